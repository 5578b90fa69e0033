import { specFor } from '@onmaru/event-sourcing/testing';
import { users } from '../user.js';
import { DEFAULT_CAPACITY, hireStaff } from './hire-staff.js';

const { given } = specFor(users, hireStaff);
const at = '2026-03-01T09:00:00.000Z';
const person = { userId: 'u1', name: '이서연', email: 'seoyeon@example.com', role: 'agent', externalId: 'Resolver 1' } as const;
const hire = (capacity: number | null) => ({ at, data: { ...person, capacity } }) as const;
const hired = (capacity: number) => ({ type: 'StaffHired', occurredAt: at, data: { ...person, capacity } }) as const;

describe('Hire a staff member', () => {
  it('records name, role and how many cases they take at once', () => given().when(hire(8)).then(hired(8)));

  it('gives a capacity of five to whom nobody gave one', () => {
    expect(DEFAULT_CAPACITY).toBe(5);
    given().when(hire(null)).then(hired(5));
  });

  it('is refused when their external id belongs to somebody', () => given(hired(5)).when(hire(8)).thenRefused('external-id-in-use'));
});
