import type { View } from '@onmaru/read-models';
import { users, type UserEvent } from '../../user/user.js';
import { foldStaff, type StaffMember } from './staff-member.js';
import { StaffRow } from './staff-member.entity.js';

export const staffView: View<StaffMember, UserEvent> = {
  name: 'staff',
  entity: StaffRow,
  of: users,
  fold: foldStaff,
  personal: { subject: 'id', columns: ['name', 'email'] },
  recorded: ['hiredPosition', 'position'],
};
