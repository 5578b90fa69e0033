import { CUSTOMER_TOPIC, STAFF_TOPIC } from '@onmaru/contracts';
import { customers } from '../customer/customer.js';
import { users } from '../user/user.js';
import { publishCustomer } from './publish-customer.js';
import { publishStaff } from './publish-staff.js';

/** Everything that identity tells other contexts, by topic. */
export const identityPublications = [
  { topic: CUSTOMER_TOPIC.name, category: customers.category, publish: publishCustomer },
  { topic: STAFF_TOPIC.name, category: users.category, publish: publishStaff },
] as const;
