import { objectTo, refuse, type Command } from '@onmaru/event-sourcing';
import { isOpen, type Case, type Decision, type Happened } from '../case.js';
import { priorityOf, type PriorityMatrix, type Grade } from '../../case-policy/priority-matrix.js';

/** `matrix` and `policyVersion` are those in force at the command's moment. */
export type PrioritiseCase = Command<{
    readonly impact: Grade;
    readonly urgency: Grade;
    readonly matrix: PriorityMatrix;
    readonly policyVersion: number;
  }>;

export const prioritiseCase = ({ at, data: { impact, urgency, matrix, policyVersion } }: PrioritiseCase, current: Case): Decision<'CasePrioritised'> => {
  if (current.state === 'unknown') return refuse('case-not-found');
  if (current.impact === impact && current.urgency === urgency) return [];
  const priority = priorityOf(matrix, impact, urgency);
  const prioritised: Happened<'CasePrioritised'> = { type: 'CasePrioritised', occurredAt: at, data: { impact, urgency, priority, policyVersion } };
  return isOpen(current) ? [prioritised] : objectTo('case-not-open', prioritised);
};
