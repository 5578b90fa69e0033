import type { StoredEvent } from '@onmaru/event-sourcing';
import { staffMemberIn, type StaffMember } from './staff-member.js';

/** A staff member as the API shows them, from their row or from their stream, which must be a staff member's. */
export const staffAnswer = (from: StaffMember | readonly StoredEvent[]) => {
  const member = 'tenant' in from ? from : staffMemberIn(from);
  if (!member) throw new Error('Nobody hired this user');
  const { id, revision, name, email, role, externalId, disabled } = member;
  return { id, revision, name, email, role, externalId, disabled };
};
