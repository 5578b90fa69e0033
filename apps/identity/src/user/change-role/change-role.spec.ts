import { specFor } from '@onmaru/event-sourcing/testing';
import { users } from '../user.js';
import { changeRole } from './change-role.js';

const { given } = specFor(users, changeRole);
const at = '2026-03-01T09:00:00.000Z';
const hired = {
  type: 'StaffHired',
  occurredAt: at,
  data: { userId: 'u1', name: 'Ada', email: null, role: 'agent', externalId: null, capacity: 5 },
} as const;
const change = (role: 'agent' | 'supervisor') => ({ at, data: { role } }) as const;

describe('Change the role of a staff member', () => {
  it('makes an agent a supervisor', () =>
    given(hired).when(change('supervisor')).then({ type: 'StaffRoleChanged', occurredAt: at, data: { role: 'supervisor' } }));

  it('changes nothing when they have that role', () => given(hired).when(change('agent')).thenNothing());

  it('is refused for somebody who is not staff', () =>
    given({ type: 'CustomerSignInOpened', occurredAt: at, data: { customerId: 'c1', email: 'c@example.com' } })
      .when(change('agent'))
      .thenRefused('staff-not-found'));

  it('is refused for somebody nobody hired', () => given().when(change('agent')).thenRefused('staff-not-found'));
});
