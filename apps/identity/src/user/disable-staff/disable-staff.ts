import { refuse, type Command } from '@onmaru/event-sourcing';
import type { Decision, User } from '../user.js';

export type DisableStaff = Command;

export const disableStaff = ({ at }: DisableStaff, current: User): Decision<'StaffDisabled'> => {
  if (current.state !== 'staff') return refuse('staff-not-found');
  if (current.disabled) return [];
  return [{ type: 'StaffDisabled', occurredAt: at, data: {} }];
};
