import type { Command } from '@onmaru/event-sourcing';
import { isOpen, objectTo, refuse, type Case, type Decision } from '../case.js';
import type { CaseTransferred } from '../case-events.js';

/** `queueId` is null where history moved a case to a group that it does not name. */
export type TransferCase = Command<'TransferCase', { readonly queueId: string | null }>;

export const transferCase = ({ at, data: { queueId } }: TransferCase, current: Case): Decision<CaseTransferred> => {
  if (current.state === 'unknown') return refuse('case-not-found');
  if (current.queueId === queueId) return [];
  const transferred: CaseTransferred = { type: 'CaseTransferred', occurredAt: at, data: { queueId } };
  return isOpen(current) ? [transferred] : objectTo('case-not-open', transferred);
};
