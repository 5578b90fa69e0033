import { rowIn, type Recorded, type StoredEvent } from '@onmaru/event-sourcing';
import { users, type StaffRole, type UserEvent } from '../../user/user.js';

/** One row of the staff view. `hiredPosition` puts them in the order in which they came. */
export type StaffMember = {
  readonly tenant: string;
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly role: StaffRole;
  readonly externalId: string | null;
  readonly disabled: boolean;
  readonly hiredPosition: number;
  readonly revision: number;
  readonly position: number;
};

/** Sign-ins of customers stand in the same streams and are nobody's colleague. */
export const foldStaff = (member: StaffMember | null, event: Recorded<UserEvent, 'tenant' | 'revision' | 'position'>): StaffMember | null => {
  const { tenant, revision, position } = event;
  if (event.type === 'StaffHired') {
    const { userId: id, name, email, role, externalId } = event.data;
    return { tenant, id, name, email, role, externalId, disabled: false, hiredPosition: position, revision, position };
  }
  return member && { ...member, ...changeBy(event), revision, position };
};

const changeBy = (event: Exclude<UserEvent, { type: 'StaffHired' }>): Partial<StaffMember> => {
  switch (event.type) {
    case 'StaffRoleChanged':
      return { role: event.data.role };
    case 'StaffDisabled':
      return { disabled: true };
    case 'StaffEnabled':
      return { disabled: false };
    case 'CustomerSignInOpened':
      return {};
  }
};

/** A user's stream as their row; null when they are no staff. */
export const staffMemberIn = (history: readonly StoredEvent[]): StaffMember | null =>
  rowIn(history, users.events, foldStaff);
