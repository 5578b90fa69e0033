import type { Command } from '@onmaru/event-sourcing';
import { refuse, type Account, type ApiKeyIssued, type Decision, type ProgramRole } from '../account.js';

export type IssueApiKey = Command<'IssueApiKey', { readonly name: string; readonly role: ProgramRole }>;

export const issueApiKey = ({ at, data: { name, role } }: IssueApiKey, current: Account): Decision<ApiKeyIssued> => {
  if (current.state !== 'unknown') return refuse('api-key-exists');
  return [{ type: 'ApiKeyIssued', occurredAt: at, data: { name, role } }];
};
