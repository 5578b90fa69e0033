import type { Command } from '@onmaru/event-sourcing';
import { refuse, type Decision, type StaffRole, type StaffRoleChanged, type User } from '../user.js';

export type ChangeRole = Command<'ChangeRole', { readonly role: StaffRole }>;

export const changeRole = ({ at, data: { role } }: ChangeRole, current: User): Decision<StaffRoleChanged> => {
  if (current.state !== 'staff') return refuse('staff-not-found');
  if (current.role === role) return [];
  return [{ type: 'StaffRoleChanged', occurredAt: at, data: { role } }];
};
