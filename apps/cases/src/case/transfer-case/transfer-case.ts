import { objectTo, refuse, type Command } from '@onmaru/event-sourcing';
import { isOpen, type Case, type Decision, type Happened } from '../case.js';

/** `queueId` is null where history moved a case to a group that it does not name. */
export type TransferCase = Command<{ readonly queueId: string | null }>;

export const transferCase = ({ at, data: { queueId } }: TransferCase, current: Case): Decision<'CaseTransferred'> => {
  if (current.state === 'unknown') return refuse('case-not-found');
  if (current.queueId === queueId) return [];
  const transferred: Happened<'CaseTransferred'> = { type: 'CaseTransferred', occurredAt: at, data: { queueId } };
  return isOpen(current) ? [transferred] : objectTo('case-not-open', transferred);
};
