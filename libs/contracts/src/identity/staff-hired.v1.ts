export const STAFF_HIRED_V1 = 'identity.staff-hired.v1';

/**
 * Somebody joined the staff. Topic `identity.user`, key `user-<userId>`.
 *
 * Personal, sealed with the person's key under `userId`: `name`, `email`; null once erased.
 */
export type StaffHiredV1 = {
  readonly userId: string;
  readonly name: string | null;
  /** Null for staff without a sign-in. */
  readonly email: string | null;
  readonly role: 'agent' | 'supervisor' | 'analyst' | 'admin';
  /** Id in the system that the staff member was taken over from. */
  readonly externalId: string | null;
  /** How many cases routing may give them at once. */
  readonly capacity: number;
};
