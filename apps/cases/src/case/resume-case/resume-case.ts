import type { Command } from '@onmaru/event-sourcing';
import { objectTo, refuse, type Case, type Decision } from '../case.js';
import type { CaseResumed } from '../case-events.js';

export type ResumeCase = Command<'ResumeCase', object>;

export const resumeCase = ({ at }: ResumeCase, current: Case): Decision<CaseResumed> => {
  if (current.state === 'unknown') return refuse('case-not-found');
  if (current.state === 'in-progress') return [];
  const resumed: CaseResumed = { type: 'CaseResumed', occurredAt: at, data: {} };
  return current.state === 'on-hold' ? [resumed] : objectTo('case-not-on-hold', resumed);
};
