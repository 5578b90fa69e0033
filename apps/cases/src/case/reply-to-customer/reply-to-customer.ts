import type { Command } from '@onmaru/event-sourcing';
import { objectTo, refuse, type Case, type Decision } from '../case.js';
import type { ReplySentToCustomer } from '../case-events.js';

export type ReplyToCustomer = Command<'ReplyToCustomer', { readonly text: string }>;

export const replyToCustomer = ({ at, data: { text } }: ReplyToCustomer, current: Case): Decision<ReplySentToCustomer> => {
  if (current.state === 'unknown') return refuse('case-not-found');
  const sent: ReplySentToCustomer = { type: 'ReplySentToCustomer', occurredAt: at, data: { customerId: current.customerId, text } };
  if (current.state === 'closed') return objectTo('case-closed', sent);
  return current.state === 'cancelled' ? objectTo('case-cancelled', sent) : [sent];
};
