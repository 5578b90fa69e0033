import { findings, type Check } from './findings.js';

/** What a consumer gave up on. */
export type DeadLetter = { readonly id: string; readonly reason: string | null; readonly tenant?: string };

/** I8: no dead letter without a reason. */
export const deadLettersCheck = (letters: readonly DeadLetter[]): Check => {
  const found = findings('I8');
  for (const { id, reason, tenant } of letters) {
    found.count();
    if (!reason?.trim()) found.breach({ what: 'dead-letter-without-reason', id, ...(tenant !== undefined && { tenant }) });
  }
  return found.check();
};
