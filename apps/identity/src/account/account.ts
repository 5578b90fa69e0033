import type { Aggregate, Decision as Decided, Event, EventOf, EventTypes } from '@onmaru/event-sourcing';

/** A role that a program may have: those of staff. */
export type ProgramRole = 'agent' | 'supervisor' | 'analyst' | 'admin';

export type AccountEvent =
  | Event<'ApiKeyIssued', { readonly name: string; readonly role: ProgramRole }>
  | Event<'ApiKeyRevoked', object>;
export type Happened<Type extends AccountEvent['type']> = EventOf<AccountEvent, Type>;

export const accountEvents: EventTypes<AccountEvent> = {
  context: 'identity',
  types: { ApiKeyIssued: { version: 1 }, ApiKeyRevoked: { version: 1 } },
};

/** The account of a program: its key is good, or no longer. */
export type Account = { readonly state: 'unknown' } | { readonly state: 'good' } | { readonly state: 'revoked' };

export type AccountRefusal = 'api-key-not-found' | 'api-key-exists';
export type Decision<Type extends AccountEvent['type']> = Decided<Happened<Type>, AccountRefusal>;

export const initialState: Account = { state: 'unknown' };

export const evolve = (_: Account, event: AccountEvent): Account => {
  switch (event.type) {
    case 'ApiKeyIssued':
      return { state: 'good' };
    case 'ApiKeyRevoked':
      return { state: 'revoked' };
  }
};

export const accounts: Aggregate<Account, AccountEvent> = { category: 'account', events: accountEvents, initialState, evolve };
