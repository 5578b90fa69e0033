import { objectTo, refuse, type Command } from '@onmaru/event-sourcing';
import { isOpen, type Case, type Decision, type Happened } from '../case.js';

export type AssignCase = Command<{ readonly assigneeId: string }>;

export const assignCase = ({ at, data: { assigneeId } }: AssignCase, current: Case): Decision<'CaseAssigned'> => {
  if (current.state === 'unknown') return refuse('case-not-found');
  if (current.assigneeId === assigneeId) return [];
  const assigned: Happened<'CaseAssigned'> = { type: 'CaseAssigned', occurredAt: at, data: { assigneeId } };
  return isOpen(current) ? [assigned] : objectTo('case-not-open', assigned);
};
