import { idOf, rowIn, type Recorded, type StoredEvent } from '@onmaru/event-sourcing';
import type { Instant } from '@onmaru/time';
import { accounts, type AccountEvent, type ProgramRole } from '../../account/account.js';

/** One row of the API keys view; the key itself is nowhere. */
export type ApiKey = {
  readonly tenant: string;
  readonly id: string;
  readonly name: string;
  readonly role: ProgramRole;
  readonly issuedAt: Instant;
  readonly revokedAt: Instant | null;
  readonly issuedPosition: number;
  readonly revision: number;
  readonly position: number;
};

export const foldApiKey = (key: ApiKey | null, event: Recorded<AccountEvent, 'tenant' | 'stream' | 'revision' | 'position'>): ApiKey | null => {
  const { tenant, revision, position, occurredAt } = event;
  switch (event.type) {
    case 'ApiKeyIssued': {
      const { name, role } = event.data;
      const id = idOf(event);
      return { tenant, id, name, role, issuedAt: occurredAt, revokedAt: null, issuedPosition: position, revision, position };
    }
    case 'ApiKeyRevoked':
      return key && { ...key, revokedAt: occurredAt, revision, position };
  }
};

/** A program's stream as its row; null when no key was issued. */
export const apiKeyIn = (history: readonly StoredEvent[]): ApiKey | null =>
  rowIn(history, accounts.events, foldApiKey);
