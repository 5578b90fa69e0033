import type { Command } from '@onmaru/event-sourcing';
import { objectTo, refuse, type Case, type Decision } from '../case.js';
import type { CaseClosed } from '../case-events.js';

/** History may close a case that was never resolved: it was resolved by the same act. */
export type CloseCase = Command<'CloseCase', object>;

export const closeCase = ({ at }: CloseCase, current: Case): Decision<CaseClosed> => {
  if (current.state === 'unknown') return refuse('case-not-found');
  if (current.state === 'closed') return [];
  const closed: CaseClosed = { type: 'CaseClosed', occurredAt: at, data: {} };
  return current.state === 'resolved' ? [closed] : objectTo('case-not-resolved', closed);
};
