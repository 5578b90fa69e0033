import type { Case } from '../../ui/api/types.js';

/** What a customer can do about a request now; what this page does not know of is not offered. */
export const nextStepOf = ({ can }: Pick<Case, 'can'>): 'reopen' | 'answer' | null => {
  if (can.includes('reopen')) return 'reopen';
  return can.includes('record-customer-reply') ? 'answer' : null;
};
