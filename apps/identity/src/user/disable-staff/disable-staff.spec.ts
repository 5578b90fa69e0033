import { specFor } from '@onmaru/event-sourcing/testing';
import { users } from '../user.js';
import { disableStaff } from './disable-staff.js';

const { given } = specFor(users, disableStaff);
const at = '2026-03-01T09:00:00.000Z';
const hired = {
  type: 'StaffHired',
  occurredAt: at,
  data: { userId: 'u1', name: 'Ada', email: null, role: 'agent', externalId: null, capacity: 5 },
} as const;
const disable = { at, data: {} } as const;
const disabled = { type: 'StaffDisabled', occurredAt: at, data: {} } as const;

describe('Disable a staff member', () => {
  it('takes away what they may do', () => given(hired).when(disable).then(disabled));

  it('changes nothing when they are disabled', () => given(hired, disabled).when(disable).thenNothing());

  it('is possible again after they were enabled', () =>
    given(hired, disabled, { type: 'StaffEnabled', occurredAt: at, data: {} }).when(disable).then(disabled));

  it('is refused for somebody nobody hired', () => given().when(disable).thenRefused('staff-not-found'));
});
