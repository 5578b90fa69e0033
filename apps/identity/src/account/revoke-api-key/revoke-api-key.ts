import { refuse, type Command } from '@onmaru/event-sourcing';
import type { Account, Decision } from '../account.js';

export type RevokeApiKey = Command;

export const revokeApiKey = ({ at }: RevokeApiKey, current: Account): Decision<'ApiKeyRevoked'> => {
  if (current.state === 'unknown') return refuse('api-key-not-found');
  if (current.state === 'revoked') return [];
  return [{ type: 'ApiKeyRevoked', occurredAt: at, data: {} }];
};
