import { objectTo, refuse, type Command } from '@onmaru/event-sourcing';
import { isOpen, type Case, type Decision, type Happened } from '../case.js';

export type StartWork = Command;

export const startWork = ({ at }: StartWork, current: Case): Decision<'CaseWorkStarted'> => {
  if (current.state === 'unknown') return refuse('case-not-found');
  if (current.state === 'in-progress') return [];
  const started: Happened<'CaseWorkStarted'> = { type: 'CaseWorkStarted', occurredAt: at, data: {} };
  if (current.state === 'on-hold') return objectTo('case-on-hold', started);
  return isOpen(current) ? [started] : objectTo('case-not-open', started);
};
