import { objectTo, refuse, type Command } from '@onmaru/event-sourcing';
import type { Case, Decision, Happened } from '../case.js';

/** History may close a case that was never resolved: it was resolved by the same act. */
export type CloseCase = Command;

export const closeCase = ({ at }: CloseCase, current: Case): Decision<'CaseClosed'> => {
  if (current.state === 'unknown') return refuse('case-not-found');
  if (current.state === 'closed') return [];
  const closed: Happened<'CaseClosed'> = { type: 'CaseClosed', occurredAt: at, data: {} };
  return current.state === 'resolved' ? [closed] : objectTo('case-not-resolved', closed);
};
