import type { Command } from '@onmaru/event-sourcing';
import { isOpen, objectTo, refuse, type Case, type Decision } from '../case.js';
import type { CaseAssigned } from '../case-events.js';

export type AssignCase = Command<'AssignCase', { readonly assigneeId: string }>;

export const assignCase = ({ at, data: { assigneeId } }: AssignCase, current: Case): Decision<CaseAssigned> => {
  if (current.state === 'unknown') return refuse('case-not-found');
  if (current.assigneeId === assigneeId) return [];
  const assigned: CaseAssigned = { type: 'CaseAssigned', occurredAt: at, data: { assigneeId } };
  return isOpen(current) ? [assigned] : objectTo('case-not-open', assigned);
};
