import { objectTo, refuse, type Command } from '@onmaru/event-sourcing';
import type { Case, Decision, Happened } from '../case.js';

export type RecordCustomerReply = Command<{ readonly text: string }>;

/** An answer that the case was waiting for takes it off hold by itself. */
export const recordCustomerReply = (
  { at, data: { text } }: RecordCustomerReply,
  current: Case,
): Decision<'CustomerReplyRecorded' | 'CaseResumed'> => {
  if (current.state === 'unknown') return refuse('case-not-found');
  const recorded: Happened<'CustomerReplyRecorded'> = { type: 'CustomerReplyRecorded', occurredAt: at, data: { customerId: current.customerId, text } };
  if (current.state === 'closed') return objectTo('case-closed', recorded);
  if (current.state === 'cancelled') return objectTo('case-cancelled', recorded);
  const waited = current.state === 'on-hold' && current.holdReason === 'customer';
  return waited ? [recorded, { type: 'CaseResumed', occurredAt: at, data: {} }] : [recorded];
};
