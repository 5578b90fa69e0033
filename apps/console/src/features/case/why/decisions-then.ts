import type { TimelineItem } from '../../../ui/api/types.js';
import type { Decision } from './decision.js';

/** What routing had decided by a moment, the newest first, and no more than was known then; everything where it is now. */
export const decisionsThen = (decisions: readonly Decision[], past: Pick<TimelineItem, 'position' | 'occurredAt'> | null): readonly Decision[] =>
  past === null ? decisions : decisions.filter(({ position }) => position <= past.position).map((decision) => forgetting(decision, past.occurredAt));

const forgetting = (decision: Decision, at: string): Decision =>
  decision.freedAt !== null && Date.parse(decision.freedAt) > Date.parse(at) ? { ...decision, freedAt: null, freedBecause: null } : decision;
