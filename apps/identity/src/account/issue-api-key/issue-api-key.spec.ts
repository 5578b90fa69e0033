import { specFor } from '@onmaru/event-sourcing/testing';
import { accounts } from '../account.js';
import { issueApiKey } from './issue-api-key.js';

const { given } = specFor(accounts, issueApiKey);
const at = '2026-03-01T09:00:00.000Z';
const issue = { at, data: { name: 'Nightly export', role: 'analyst' } } as const;
const issued = { type: 'ApiKeyIssued', occurredAt: at, data: { name: 'Nightly export', role: 'analyst' } } as const;

describe('Issue an API key', () => {
  it('gives a program a role of its own', () => given().when(issue).then(issued));

  it('is refused for a key that was issued before', () => given(issued).when(issue).thenRefused('api-key-exists'));
});
