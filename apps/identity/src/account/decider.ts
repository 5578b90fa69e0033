import type { Decider } from '@onmaru/event-sourcing';
import { evolve, initialState, type Account, type AccountEvent, type AccountRefusal, type Decision } from './account.js';
import { issueApiKey, type IssueApiKey } from './issue-api-key/issue-api-key.js';
import { revokeApiKey, type RevokeApiKey } from './revoke-api-key/revoke-api-key.js';

export type AccountCommand = IssueApiKey | RevokeApiKey;

const decide = (command: AccountCommand, current: Account): Decision<AccountEvent> => {
  switch (command.type) {
    case 'IssueApiKey':
      return issueApiKey(command, current);
    case 'RevokeApiKey':
      return revokeApiKey(command, current);
  }
};

export const accountDecider: Decider<Account, AccountCommand, AccountEvent, AccountRefusal> = { decide, evolve, initialState };
