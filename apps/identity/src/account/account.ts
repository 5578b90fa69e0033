import { refusals, type Decision as Decided, type Event, type EventTypes } from '@onmaru/event-sourcing';

/** A role that a program may have: those of staff. */
export type ProgramRole = 'agent' | 'supervisor' | 'analyst' | 'admin';

export type ApiKeyIssued = Event<'ApiKeyIssued', { readonly name: string; readonly role: ProgramRole }>;
export type ApiKeyRevoked = Event<'ApiKeyRevoked', object>;
export type AccountEvent = ApiKeyIssued | ApiKeyRevoked;

export const accountEvents: EventTypes<AccountEvent> = {
  context: 'identity',
  types: { ApiKeyIssued: { version: 1 }, ApiKeyRevoked: { version: 1 } },
};

/** The account of a program: its key is good, or no longer. */
export type Account = { readonly state: 'unknown' } | { readonly state: 'good' } | { readonly state: 'revoked' };

export type AccountRefusal = 'api-key-not-found' | 'api-key-exists';
export const refuse = refusals<AccountRefusal>();
export type Decision<E extends AccountEvent> = Decided<E, AccountRefusal>;

export const initialState: Account = { state: 'unknown' };

export const evolve = (_: Account, event: AccountEvent): Account => {
  switch (event.type) {
    case 'ApiKeyIssued':
      return { state: 'good' };
    case 'ApiKeyRevoked':
      return { state: 'revoked' };
  }
};
