import type { Aggregate, Decision as Decided, Event, EventOf, EventTypes } from '@onmaru/event-sourcing';

export type Locale = 'ko' | 'en';

export type CustomerRegisteredData = {
  readonly customerId: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly locale: Locale | null;
  readonly externalId: string | null;
};

export type CustomerEvent =
  | Event<'CustomerRegistered', CustomerRegisteredData>
  | Event<'CustomerErased', { readonly reason: string | null }>;
export type Happened<Type extends CustomerEvent['type']> = EventOf<CustomerEvent, Type>;

/** Why somebody was erased outlives their key: it is sealed with the stream's own. */
export const customerEvents = {
  context: 'identity',
  types: {
    CustomerRegistered: { version: 1, personal: ['name', 'email', 'phone'], subject: 'customerId', told: true },
    CustomerErased: { version: 1, personal: ['reason'], told: true },
  },
} as const satisfies EventTypes<CustomerEvent>;

export type Customer = { readonly state: 'unknown' } | { readonly state: 'registered' } | { readonly state: 'erased' };

export type CustomerRefusal = 'external-id-in-use' | 'customer-not-found';
export type Decision<Type extends CustomerEvent['type']> = Decided<Happened<Type>, CustomerRefusal>;

export const initialState: Customer = { state: 'unknown' };

export const evolve = (_: Customer, event: CustomerEvent): Customer => {
  switch (event.type) {
    case 'CustomerRegistered':
      return { state: 'registered' };
    case 'CustomerErased':
      return { state: 'erased' };
  }
};

export const customers: Aggregate<Customer, CustomerEvent> = { category: 'customer', events: customerEvents, initialState, evolve };
