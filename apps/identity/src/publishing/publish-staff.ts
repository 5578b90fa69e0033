import { STAFF_DISABLED_V1, STAFF_ENABLED_V1, STAFF_HIRED_V1, STAFF_ROLE_CHANGED_V1, type StaffNews } from '@onmaru/contracts';
import { decode, idOf, isTold, type StoredEvent } from '@onmaru/event-sourcing';
import { users, userEvents } from '../user/user.js';

/** What others see of staff; that a customer may sign in is nobody else's business. */
export const publishStaff = (stored: StoredEvent): StaffNews | null => {
  const event = decode(users.events, stored);
  if (!isTold(userEvents, event)) return null;
  const userId = idOf(stored);
  switch (event.type) {
    case 'StaffHired': {
      const { name, email, role, externalId, capacity } = event.data;
      return { type: STAFF_HIRED_V1, data: { userId, name, email, role, externalId, capacity } };
    }
    case 'StaffRoleChanged':
      return { type: STAFF_ROLE_CHANGED_V1, data: { userId, role: event.data.role } };
    case 'StaffDisabled':
      return { type: STAFF_DISABLED_V1, data: { userId } };
    case 'StaffEnabled':
      return { type: STAFF_ENABLED_V1, data: { userId } };
  }
};
