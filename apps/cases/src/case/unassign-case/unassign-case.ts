import type { Command } from '@onmaru/event-sourcing';
import { isOpen, objectTo, refuse, type Case, type Decision } from '../case.js';
import type { CaseUnassigned } from '../case-events.js';

export type UnassignCase = Command<'UnassignCase', object>;

export const unassignCase = ({ at }: UnassignCase, current: Case): Decision<CaseUnassigned> => {
  if (current.state === 'unknown') return refuse('case-not-found');
  if (current.assigneeId === null) return [];
  const unassigned: CaseUnassigned = { type: 'CaseUnassigned', occurredAt: at, data: {} };
  return isOpen(current) ? [unassigned] : objectTo('case-not-open', unassigned);
};
