import type { Command } from '@onmaru/event-sourcing';
import { isOpen, objectTo, refuse, type Case, type Decision } from '../case.js';
import type { CaseWorkStarted } from '../case-events.js';

export type StartWork = Command<'StartWork', object>;

export const startWork = ({ at }: StartWork, current: Case): Decision<CaseWorkStarted> => {
  if (current.state === 'unknown') return refuse('case-not-found');
  if (current.state === 'in-progress') return [];
  const started: CaseWorkStarted = { type: 'CaseWorkStarted', occurredAt: at, data: {} };
  if (current.state === 'on-hold') return objectTo('case-on-hold', started);
  return isOpen(current) ? [started] : objectTo('case-not-open', started);
};
