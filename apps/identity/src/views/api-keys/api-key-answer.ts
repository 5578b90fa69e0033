import type { StoredEvent } from '@onmaru/event-sourcing';
import { apiKeyIn, type ApiKey } from './api-key.js';

/** An API key as the API shows it, from its row or from its stream, which must not be empty. */
export const apiKeyAnswer = (from: ApiKey | readonly StoredEvent[]) => {
  const record = 'tenant' in from ? from : apiKeyIn(from);
  if (!record) throw new Error('Nobody issued this API key');
  const { id, revision, name, role, issuedAt, revokedAt } = record;
  return { id, revision, name, role, issuedAt, revokedAt };
};
