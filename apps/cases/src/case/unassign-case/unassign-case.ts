import { objectTo, refuse, type Command } from '@onmaru/event-sourcing';
import { isOpen, type Case, type Decision, type Happened } from '../case.js';

export type UnassignCase = Command;

export const unassignCase = ({ at }: UnassignCase, current: Case): Decision<'CaseUnassigned'> => {
  if (current.state === 'unknown') return refuse('case-not-found');
  if (current.assigneeId === null) return [];
  const unassigned: Happened<'CaseUnassigned'> = { type: 'CaseUnassigned', occurredAt: at, data: {} };
  return isOpen(current) ? [unassigned] : objectTo('case-not-open', unassigned);
};
