import type { Command } from '@onmaru/event-sourcing';
import { isOpen, objectTo, refuse, type Case, type Decision } from '../case.js';
import type { CaseHeld, HoldReason } from '../case-events.js';

export type HoldCase = Command<'HoldCase', { readonly reason: HoldReason }>;

export const holdCase = ({ at, data: { reason } }: HoldCase, current: Case): Decision<CaseHeld> => {
  if (current.state === 'unknown') return refuse('case-not-found');
  if (current.state === 'on-hold' && current.holdReason === reason) return [];
  const held: CaseHeld = { type: 'CaseHeld', occurredAt: at, data: { reason } };
  return isOpen(current) ? [held] : objectTo('case-not-open', held);
};
