import { specFor } from '@onmaru/event-sourcing/testing';
import { accounts } from '../account.js';
import { revokeApiKey } from './revoke-api-key.js';

const { given } = specFor(accounts, revokeApiKey);
const at = '2026-03-01T09:00:00.000Z';
const issued = { type: 'ApiKeyIssued', occurredAt: at, data: { name: 'Nightly export', role: 'analyst' } } as const;
const revoke = { at, data: {} } as const;
const revoked = { type: 'ApiKeyRevoked', occurredAt: at, data: {} } as const;

describe('Revoke an API key', () => {
  it('ends what the program may do', () => given(issued).when(revoke).then(revoked));

  it('changes nothing when it is revoked', () => given(issued, revoked).when(revoke).thenNothing());

  it('is refused for a key nobody issued', () => given().when(revoke).thenRefused('api-key-not-found'));
});
