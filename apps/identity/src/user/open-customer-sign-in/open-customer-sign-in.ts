import type { Command } from '@onmaru/event-sourcing';
import type { Decision, User } from '../user.js';

/** A customer has one sign-in: its stream follows from the customer. */
export type OpenCustomerSignIn = Command<{ readonly customerId: string; readonly email: string }>;

export const openCustomerSignIn = ({ at, data }: OpenCustomerSignIn, current: User): Decision<'CustomerSignInOpened'> => {
  if (current.state !== 'unknown') return [];
  const { customerId, email } = data;
  return [{ type: 'CustomerSignInOpened', occurredAt: at, data: { customerId, email } }];
};
