import type { View } from '@onmaru/read-models';
import { accounts, type AccountEvent } from '../../account/account.js';
import { foldApiKey, type ApiKey } from './api-key.js';
import { ApiKeyRow } from './api-key.entity.js';

export const apiKeysView: View<ApiKey, AccountEvent> = {
  name: 'api-keys',
  entity: ApiKeyRow,
  of: accounts,
  fold: foldApiKey,
  recorded: ['issuedPosition', 'position'],
};
