import { objectTo, refuse, type Command } from '@onmaru/event-sourcing';
import { isOpen, type Case, type Decision, type Happened } from '../case.js';

export type CancelCase = Command<{ readonly reason: string | null }>;

export const cancelCase = ({ at, data: { reason } }: CancelCase, current: Case): Decision<'CaseCancelled'> => {
  if (current.state === 'unknown') return refuse('case-not-found');
  if (current.state === 'cancelled') return [];
  const cancelled: Happened<'CaseCancelled'> = { type: 'CaseCancelled', occurredAt: at, data: { customerId: current.customerId, reason } };
  return isOpen(current) ? [cancelled] : objectTo('case-not-open', cancelled);
};
