import { objectTo, refuse, type Command } from '@onmaru/event-sourcing';
import { isOpen, type Case, type Decision, type Happened } from '../case.js';
import type { HoldReason } from '../case-words.js';

export type HoldCase = Command<{ readonly reason: HoldReason }>;

export const holdCase = ({ at, data: { reason } }: HoldCase, current: Case): Decision<'CaseHeld'> => {
  if (current.state === 'unknown') return refuse('case-not-found');
  if (current.state === 'on-hold' && current.holdReason === reason) return [];
  const held: Happened<'CaseHeld'> = { type: 'CaseHeld', occurredAt: at, data: { reason } };
  return isOpen(current) ? [held] : objectTo('case-not-open', held);
};
