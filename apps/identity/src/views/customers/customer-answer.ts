import type { StoredEvent } from '@onmaru/event-sourcing';
import { customerIn, type CustomerRecord } from './customer-record.js';

/** A customer as the API shows them, from their row or from their stream, which must not be empty. */
export const customerAnswer = (from: CustomerRecord | readonly StoredEvent[]) => {
  const record = 'tenant' in from ? from : customerIn(from);
  if (!record) throw new Error('Nobody registered this customer');
  const { id, revision, name, email, phone, locale, externalId, registeredAt, erasedAt } = record;
  return { id, revision, name, email, phone, locale, externalId, registeredAt, erasedAt };
};
