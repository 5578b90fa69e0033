import {
  CUSTOMER_ERASED_V1,
  CUSTOMER_REGISTERED_V1,
  STAFF_DISABLED_V1,
  STAFF_ENABLED_V1,
  STAFF_HIRED_V1,
  STAFF_ROLE_CHANGED_V1,
  type CustomerErasedV1,
  type CustomerRegisteredV1,
  type StaffDisabledV1,
  type StaffEnabledV1,
  type StaffHiredV1,
  type StaffRoleChangedV1,
} from '@onmaru/contracts';
import { decode, idOf, type StoredEvent } from '@onmaru/event-sourcing';
import { customerEvents } from '../customer/customer.js';
import { userEvents } from '../user/user.js';

type Published<Type extends string, Data> = { readonly type: Type; readonly data: Data };

export type PublishedCustomerEvent =
  | Published<typeof CUSTOMER_REGISTERED_V1, CustomerRegisteredV1>
  | Published<typeof CUSTOMER_ERASED_V1, CustomerErasedV1>;

export type PublishedUserEvent =
  | Published<typeof STAFF_HIRED_V1, StaffHiredV1>
  | Published<typeof STAFF_ROLE_CHANGED_V1, StaffRoleChangedV1>
  | Published<typeof STAFF_DISABLED_V1, StaffDisabledV1>
  | Published<typeof STAFF_ENABLED_V1, StaffEnabledV1>;

/** What others see of a customer. Personal fields pass through as they stand in the log: sealed. */
export const publishCustomer = (stored: StoredEvent): PublishedCustomerEvent => {
  const event = decode(customerEvents, stored);
  switch (event.type) {
    case 'CustomerRegistered': {
      const { customerId, name, email, phone, locale, externalId } = event.data;
      return { type: CUSTOMER_REGISTERED_V1, data: { customerId, name, email, phone, locale, externalId } };
    }
    case 'CustomerErased':
      return { type: CUSTOMER_ERASED_V1, data: { customerId: idOf(stored) } };
  }
};

/** What others see of staff; that a customer may sign in is nobody else's business. */
export const publishUser = (stored: StoredEvent): PublishedUserEvent | null => {
  const event = decode(userEvents, stored);
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
    case 'CustomerSignInOpened':
      return null;
  }
};

/** Everything that identity tells other contexts, by topic. */
export const identityPublications = [
  { topic: 'identity.customer', category: 'customer', publish: publishCustomer },
  { topic: 'identity.user', category: 'user', publish: publishUser },
] as const;
