import { rowIn, type Recorded, type StoredEvent } from '@onmaru/event-sourcing';
import { grams, searchText } from '@onmaru/search';
import type { Instant } from '@onmaru/time';
import { customers, type CustomerEvent, type Locale } from '../../customer/customer.js';

/** One row of the customers view. Everything personal is null once they are erased. */
export type CustomerRecord = {
  readonly tenant: string;
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly locale: Locale | null;
  readonly externalId: string | null;
  readonly searchText: string | null;
  readonly grams: readonly string[] | null;
  readonly registeredAt: Instant;
  readonly erasedAt: Instant | null;
  readonly registeredPosition: number;
  readonly revision: number;
  readonly position: number;
};

export const foldCustomer = (record: CustomerRecord | null, event: Recorded<CustomerEvent, 'tenant' | 'revision' | 'position'>): CustomerRecord | null => {
  const { tenant, revision, position, occurredAt } = event;
  if (event.type === 'CustomerErased') return record && { ...record, ...NOTHING_PERSONAL, erasedAt: occurredAt, revision, position };
  const { customerId: id, name, email, phone, locale, externalId } = event.data;
  const told = { tenant, id, name, email, phone, locale, externalId, ...searchable(name, email, phone) };
  return { ...told, registeredAt: occurredAt, erasedAt: null, registeredPosition: position, revision, position };
};

const NOTHING_PERSONAL = { name: null, email: null, phone: null, searchText: null, grams: null } as const;

/** A telephone number is found with and without what stands between its digits. */
const searchable = (name: string | null, email: string | null, phone: string | null) => {
  const text = searchText(name, email, phone, phone?.replace(/\D/g, ''));
  return text === '' ? { searchText: null, grams: null } : { searchText: text, grams: grams(text) };
};

/** A customer's stream as their row; null when nobody registered them. */
export const customerIn = (history: readonly StoredEvent[]): CustomerRecord | null =>
  rowIn(history, customers.events, foldCustomer);
