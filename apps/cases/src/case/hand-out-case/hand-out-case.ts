import { refuse, type Command } from '@onmaru/event-sourcing';
import { isOpen, type Case, type Decision } from '../case.js';

/** Routing has found somebody for a case that waits. */
export type HandOutCase = Command<{ readonly assigneeId: string }>;

/** Unlike a person who assigns a case, routing takes it from nobody. */
export const handOutCase = ({ at, data: { assigneeId } }: HandOutCase, current: Case): Decision<'CaseAssigned'> => {
  if (current.state === 'unknown') return refuse('case-not-found');
  if (current.assigneeId === assigneeId) return [];
  if (current.assigneeId !== null) return refuse('case-already-assigned');
  if (!isOpen(current)) return refuse('case-not-open');
  return [{ type: 'CaseAssigned', occurredAt: at, data: { assigneeId } }];
};
