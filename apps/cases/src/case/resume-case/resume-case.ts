import { objectTo, refuse, type Command } from '@onmaru/event-sourcing';
import type { Case, Decision, Happened } from '../case.js';

export type ResumeCase = Command;

export const resumeCase = ({ at }: ResumeCase, current: Case): Decision<'CaseResumed'> => {
  if (current.state === 'unknown') return refuse('case-not-found');
  if (current.state === 'in-progress') return [];
  const resumed: Happened<'CaseResumed'> = { type: 'CaseResumed', occurredAt: at, data: {} };
  return current.state === 'on-hold' ? [resumed] : objectTo('case-not-on-hold', resumed);
};
