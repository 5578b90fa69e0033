import { objectTo, refuse, type Command } from '@onmaru/event-sourcing';
import type { Case, Decision, Happened } from '../case.js';

export type ReplyToCustomer = Command<{ readonly text: string }>;

export const replyToCustomer = ({ at, data: { text } }: ReplyToCustomer, current: Case): Decision<'ReplySentToCustomer'> => {
  if (current.state === 'unknown') return refuse('case-not-found');
  const sent: Happened<'ReplySentToCustomer'> = { type: 'ReplySentToCustomer', occurredAt: at, data: { customerId: current.customerId, text } };
  if (current.state === 'closed') return objectTo('case-closed', sent);
  return current.state === 'cancelled' ? objectTo('case-cancelled', sent) : [sent];
};
