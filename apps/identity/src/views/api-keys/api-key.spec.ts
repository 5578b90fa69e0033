import type { AccountEvent } from '../../account/account.js';
import { foldApiKey, type ApiKey } from './api-key.js';

const issued: AccountEvent = { type: 'ApiKeyIssued', occurredAt: '2026-03-01T09:00:00.000Z', data: { name: 'Nightly export', role: 'analyst' } };
const revoked: AccountEvent = { type: 'ApiKeyRevoked', occurredAt: '2026-04-01T09:00:00.000Z', data: {} };
const after = (...events: readonly AccountEvent[]) =>
  events.reduce<ApiKey | null>((row, event, n) => foldApiKey(row, { ...event, tenant: 'demo', stream: 'account-k1', revision: n + 1, position: n + 1 }), null);

describe('The list of API keys', () => {
  it('shows what a key is for and what it may do', () =>
    expect(after(issued)).toMatchObject({ id: 'k1', name: 'Nightly export', role: 'analyst', issuedAt: issued.occurredAt, revokedAt: null }));

  it('knows since when a key is good for nothing', () => expect(after(issued, revoked)).toMatchObject({ revokedAt: revoked.occurredAt, revision: 2 }));
});
