import { refuse, type Command } from '@onmaru/event-sourcing';
import type { Customer, Decision } from '../customer.js';

export type EraseCustomer = Command<{ readonly reason: string }>;

export const eraseCustomer = ({ at, data: { reason } }: EraseCustomer, current: Customer): Decision<'CustomerErased'> => {
  if (current.state === 'unknown') return refuse('customer-not-found');
  if (current.state === 'erased') return [];
  return [{ type: 'CustomerErased', occurredAt: at, data: { reason } }];
};
