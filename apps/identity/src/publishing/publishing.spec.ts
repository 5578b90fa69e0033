import type { StoredEvent } from '@onmaru/event-sourcing';
import { publishCustomer } from './publish-customer.js';
import { publishStaff } from './publish-staff.js';

const sealed = { sealed: 'AAAA', subject: 'c1' };
const stored = (stream: string, type: string, data: object) => ({ stream, type: `identity.${type}.v1`, occurredAt: '2026-03-01T09:00:00.000Z', data }) as unknown as StoredEvent;

describe('What others hear of customers', () => {
  const data = { customerId: 'c1', name: sealed, email: sealed, phone: null, locale: 'ko', externalId: 'Caller 7' };

  it('is who was registered, with what is personal still sealed', () =>
    expect(publishCustomer(stored('customer-c1', 'CustomerRegistered', data))).toEqual({ type: 'identity.customer-registered.v1', data }));

  it('is who was erased, and not why', () =>
    expect(publishCustomer(stored('customer-c1', 'CustomerErased', { reason: sealed }))).toEqual({ type: 'identity.customer-erased.v1', data: { customerId: 'c1' } }));

  it('is nothing that nobody decided to tell', () => {
    const { data: told } = publishCustomer(stored('customer-c1', 'CustomerRegistered', { ...data, mood: 'angry' }));
    expect(told).toEqual(data);
  });
});

describe('What others hear of staff', () => {
  const data = { userId: 'u1', name: sealed, email: null, role: 'agent', externalId: null, capacity: 5 };

  it.each([
    ['who was hired, with what is personal still sealed', 'StaffHired', data, 'staff-hired', data],
    ['what role they have', 'StaffRoleChanged', { role: 'analyst' }, 'staff-role-changed', { userId: 'u1', role: 'analyst' }],
    ['who was disabled', 'StaffDisabled', {}, 'staff-disabled', { userId: 'u1' }],
    ['who was enabled', 'StaffEnabled', {}, 'staff-enabled', { userId: 'u1' }],
  ])('is %s', (_, type, from, told, contract) =>
    expect(publishStaff(stored('user-u1', type, from))).toEqual({ type: `identity.${told}.v1`, data: contract }));

  it('is not that a customer can sign in', () =>
    expect(publishStaff(stored('user-u2', 'CustomerSignInOpened', { customerId: 'c1', email: sealed }))).toBeNull());
});
