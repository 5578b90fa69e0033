import type { ProblemText } from '@onmaru/service-kit';
import type { AccountRefusal } from './account.js';

/** What people are told when the rules of API keys say no. A new refusal without words does not compile. */
export const ACCOUNT_REFUSALS: Readonly<Record<AccountRefusal, ProblemText>> = {
  'api-key-not-found': { status: 404, en: 'There is no such API key.', ko: '그런 API 키가 없어요.' },
  'api-key-exists': { status: 409, en: 'This API key was issued before.', ko: '이미 발급된 API 키예요.' },
};
