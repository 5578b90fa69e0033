import { goldenEvents } from '@onmaru/event-sourcing/testing';
import { accounts } from './account/account.js';
import { customers } from './customer/customer.js';
import { tenants } from './tenant/tenant.js';
import { users } from './user/user.js';

goldenEvents(import.meta.dirname, 'tenant', tenants);
goldenEvents(import.meta.dirname, 'user', users);
goldenEvents(import.meta.dirname, 'customer', customers);
goldenEvents(import.meta.dirname, 'account', accounts);
