import { refuse, type Command } from '@onmaru/event-sourcing';
import type { Decision, User } from '../user.js';

export type EnableStaff = Command;

export const enableStaff = ({ at }: EnableStaff, current: User): Decision<'StaffEnabled'> => {
  if (current.state !== 'staff') return refuse('staff-not-found');
  if (!current.disabled) return [];
  return [{ type: 'StaffEnabled', occurredAt: at, data: {} }];
};
