import type { UserEvent } from '../../user/user.js';
import { foldStaff, type StaffMember } from './staff-member.js';

const hired: UserEvent = { type: 'StaffHired', occurredAt: '', data: { userId: 'u1', name: 'Ada', email: null, role: 'agent', externalId: 'X', capacity: 5 } };
const after = (...events: readonly UserEvent[]) =>
  events.reduce<StaffMember | null>((row, event, n) => foldStaff(row, { ...event, tenant: 'demo', revision: n + 1, position: (n + 1) * 10 }), null);

describe('The list of staff', () => {
  it('shows who was hired', () =>
    expect(after(hired)).toEqual({
      ...{ tenant: 'demo', id: 'u1', name: 'Ada', email: null, role: 'agent', externalId: 'X' },
      ...{ disabled: false, hiredPosition: 10, revision: 1, position: 10 },
    }));

  it('shows the role they have now', () =>
    expect(after(hired, { type: 'StaffRoleChanged', occurredAt: '', data: { role: 'supervisor' } })).toMatchObject({ role: 'supervisor', hiredPosition: 10, revision: 2 }));

  it('shows who is disabled, until they are enabled', () => {
    const [disabled, enabled]: UserEvent[] = [{ type: 'StaffDisabled', occurredAt: '', data: {} }, { type: 'StaffEnabled', occurredAt: '', data: {} }];
    expect(after(hired, disabled as UserEvent)).toMatchObject({ disabled: true });
    expect(after(hired, disabled as UserEvent, enabled as UserEvent)).toMatchObject({ disabled: false });
  });

  it('shows no customer, though they sign in too', () =>
    expect(after({ type: 'CustomerSignInOpened', occurredAt: '', data: { customerId: 'c1', email: null } })).toBeNull());
});
