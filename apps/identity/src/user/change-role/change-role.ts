import { refuse, type Command } from '@onmaru/event-sourcing';
import type { Decision, StaffRole, User } from '../user.js';

export type ChangeRole = Command<{ readonly role: StaffRole }>;

export const changeRole = ({ at, data: { role } }: ChangeRole, current: User): Decision<'StaffRoleChanged'> => {
  if (current.state !== 'staff') return refuse('staff-not-found');
  if (current.role === role) return [];
  return [{ type: 'StaffRoleChanged', occurredAt: at, data: { role } }];
};
