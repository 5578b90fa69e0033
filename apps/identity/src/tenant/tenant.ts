import type { Aggregate, Decision as Decided, Event, EventOf, EventTypes } from '@onmaru/event-sourcing';

export type TenantEvent = Event<'TenantCreated', { readonly name: string }>;
export type Happened<Type extends TenantEvent['type']> = EventOf<TenantEvent, Type>;

export const tenantEvents: EventTypes<TenantEvent> = { context: 'identity', types: { TenantCreated: { version: 1 } } };

export type Tenant = { readonly state: 'unknown' } | { readonly state: 'created' };

export type TenantRefusal = 'tenant-exists';
export type Decision<Type extends TenantEvent['type']> = Decided<Happened<Type>, TenantRefusal>;

export const initialState: Tenant = { state: 'unknown' };

export const evolve = (_: Tenant, event: TenantEvent): Tenant => {
  switch (event.type) {
    case 'TenantCreated':
      return { state: 'created' };
  }
};

export const tenants: Aggregate<Tenant, TenantEvent> = { category: 'tenant', events: tenantEvents, initialState, evolve };
