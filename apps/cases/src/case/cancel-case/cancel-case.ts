import type { Command } from '@onmaru/event-sourcing';
import { isOpen, objectTo, refuse, type Case, type Decision } from '../case.js';
import type { CaseCancelled } from '../case-events.js';

export type CancelCase = Command<'CancelCase', { readonly reason: string | null }>;

export const cancelCase = ({ at, data: { reason } }: CancelCase, current: Case): Decision<CaseCancelled> => {
  if (current.state === 'unknown') return refuse('case-not-found');
  if (current.state === 'cancelled') return [];
  const cancelled: CaseCancelled = { type: 'CaseCancelled', occurredAt: at, data: { customerId: current.customerId, reason } };
  return isOpen(current) ? [cancelled] : objectTo('case-not-open', cancelled);
};
