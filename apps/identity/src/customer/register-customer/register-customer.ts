import { refuse, type Command } from '@onmaru/event-sourcing';
import type { Customer, Decision, Locale } from '../customer.js';

/** A customer's stream follows from the external id, where there is one: an id in use is a stream that exists. */
export type RegisterCustomer = Command<{
  readonly customerId: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly locale: Locale | null;
  readonly externalId: string | null;
}>;

export const registerCustomer = ({ at, data }: RegisterCustomer, current: Customer): Decision<'CustomerRegistered'> => {
  if (current.state !== 'unknown') return refuse('external-id-in-use');
  const { customerId, name, email, phone, locale, externalId } = data;
  return [{ type: 'CustomerRegistered', occurredAt: at, data: { customerId, name, email, phone, locale, externalId } }];
};
