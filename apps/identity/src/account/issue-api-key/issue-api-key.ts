import { refuse, type Command } from '@onmaru/event-sourcing';
import type { Account, Decision, ProgramRole } from '../account.js';

export type IssueApiKey = Command<{ readonly name: string; readonly role: ProgramRole }>;

export const issueApiKey = ({ at, data: { name, role } }: IssueApiKey, current: Account): Decision<'ApiKeyIssued'> => {
  if (current.state !== 'unknown') return refuse('api-key-exists');
  return [{ type: 'ApiKeyIssued', occurredAt: at, data: { name, role } }];
};
