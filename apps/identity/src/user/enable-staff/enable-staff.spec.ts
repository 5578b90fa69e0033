import { specFor } from '@onmaru/event-sourcing/testing';
import { users } from '../user.js';
import { enableStaff } from './enable-staff.js';

const { given } = specFor(users, enableStaff);
const at = '2026-03-01T09:00:00.000Z';
const hired = {
  type: 'StaffHired',
  occurredAt: at,
  data: { userId: 'u1', name: 'Ada', email: null, role: 'agent', externalId: null, capacity: 5 },
} as const;
const disabled = { type: 'StaffDisabled', occurredAt: at, data: {} } as const;
const enable = { at, data: {} } as const;

describe('Enable a staff member', () => {
  it('gives back what they may do', () => given(hired, disabled).when(enable).then({ type: 'StaffEnabled', occurredAt: at, data: {} }));

  it('changes nothing when they are not disabled', () => given(hired).when(enable).thenNothing());

  it('is refused for somebody nobody hired', () => given().when(enable).thenRefused('staff-not-found'));
});
