import type { ProblemText } from '@onmaru/service-kit';
import type { CustomerRefusal } from './customer.js';

/** What people are told when the rules of a customer say no. A new refusal without words does not compile. */
export const CUSTOMER_REFUSALS: Readonly<Record<CustomerRefusal, ProblemText>> = {
  'customer-not-found': { status: 404, en: 'There is no such customer.', ko: '그런 고객이 없어요.' },
  'external-id-in-use': { status: 409, en: 'This external id belongs to somebody already.', ko: '이미 다른 사람이 쓰는 외부 식별자예요.' },
};
