import type { ProblemText } from '@onmaru/service-kit';
import type { UserRefusal } from './user.js';

/** What people are told when the rules of staff say no. A new refusal without words does not compile. */
export const USER_REFUSALS: Readonly<Record<UserRefusal, ProblemText>> = {
  'staff-not-found': { status: 404, en: 'There is no such staff member.', ko: '그런 직원이 없어요.' },
  'external-id-in-use': { status: 409, en: 'This external id belongs to somebody already.', ko: '이미 다른 사람이 쓰는 외부 식별자예요.' },
};
