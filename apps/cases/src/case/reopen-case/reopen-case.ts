import { objectTo, refuse, type Command } from '@onmaru/event-sourcing';
import { elapsed, type Duration } from '@onmaru/time';
import { isOpen, type Case, type Decision, type Happened } from '../case.js';

/** `window` is that of the case policy in force at the command's moment. */
export type ReopenCase = Command<{ readonly reason: string | null; readonly window: Duration }>;

export const reopenCase = ({ at, data: { reason, window } }: ReopenCase, current: Case): Decision<'CaseReopened'> => {
  if (current.state === 'unknown') return refuse('case-not-found');
  if (isOpen(current)) return [];
  const reopened: Happened<'CaseReopened'> = { type: 'CaseReopened', occurredAt: at, data: { customerId: current.customerId, reason } };
  if (current.state === 'cancelled') return objectTo('case-cancelled', reopened);
  return elapsed(current.resolvedAt, at) > window ? objectTo('reopen-window-passed', reopened) : [reopened];
};
