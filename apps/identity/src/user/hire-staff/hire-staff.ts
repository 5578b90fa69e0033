import { refuse, type Command } from '@onmaru/event-sourcing';
import type { Decision, StaffRole, User } from '../user.js';

/** How many cases at once, for whom nobody said it. */
export const DEFAULT_CAPACITY = 5;

/** A staff member's stream follows from the external id, where there is one: an id in use is a stream that exists. */
export type HireStaff = Command<{
  readonly userId: string;
  readonly name: string;
  readonly email: string | null;
  readonly role: StaffRole;
  readonly externalId: string | null;
  readonly capacity: number | null;
}>;

export const hireStaff = ({ at, data }: HireStaff, current: User): Decision<'StaffHired'> => {
  if (current.state !== 'unknown') return refuse('external-id-in-use');
  const { userId, name, email, role, externalId, capacity } = data;
  return [
    { type: 'StaffHired', occurredAt: at, data: { userId, name, email, role, externalId, capacity: capacity ?? DEFAULT_CAPACITY } },
  ];
};
