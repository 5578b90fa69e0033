import type { CustomerEvent } from '../../customer/customer.js';
import { foldCustomer, type CustomerRecord } from './customer-record.js';

const at = '2026-03-01T09:00:00.000Z';
const registered = (data: object = {}): CustomerEvent => ({
  type: 'CustomerRegistered',
  occurredAt: at,
  data: { customerId: 'c1', name: '김민지', email: 'Minji@Example.com', phone: '010-1234-5678', locale: 'ko', externalId: null, ...data },
});
const erased: CustomerEvent = { type: 'CustomerErased', occurredAt: '2026-04-01T09:00:00.000Z', data: { reason: null } };
const after = (...events: readonly CustomerEvent[]) =>
  events.reduce<CustomerRecord | null>((row, event, n) => foldCustomer(row, { ...event, tenant: 'demo', revision: n + 1, position: (n + 1) * 10 }), null);

describe('The list of customers', () => {
  it('shows who was registered, and when', () =>
    expect(after(registered())).toMatchObject({ id: 'c1', name: '김민지', locale: 'ko', registeredAt: at, erasedAt: null, registeredPosition: 10, revision: 1 }));

  it('finds them by two syllables, by small letters, and by a number without its dashes', () => {
    const row = after(registered());
    expect(row?.searchText).toBe('김민지\nminji@example.com\n010-1234-5678\n01012345678');
    expect(row?.grams).toEqual(expect.arrayContaining(['김민', '민지', 'mi', '01', '56']));
  });

  it('keeps nothing personal of who was erased', () =>
    expect(after(registered(), erased)).toEqual({
      ...{ tenant: 'demo', id: 'c1', name: null, email: null, phone: null, locale: 'ko', externalId: null, searchText: null, grams: null },
      ...{ registeredAt: at, erasedAt: '2026-04-01T09:00:00.000Z', registeredPosition: 10, revision: 2, position: 20 },
    }));

  it('comes to the same when their name can no longer be read', () =>
    expect(after(registered({ name: null, email: null, phone: null }), erased)).toEqual(after(registered(), erased)));
});
