import { goldenEvents } from '@onmaru/event-sourcing/testing';
import { accountEvents } from './account/account.js';
import { accountDecider } from './account/decider.js';
import { customerEvents } from './customer/customer.js';
import { customerDecider } from './customer/decider.js';
import { tenantDecider } from './tenant/decider.js';
import { tenantEvents } from './tenant/tenant.js';
import { userDecider } from './user/decider.js';
import { userEvents } from './user/user.js';

goldenEvents(import.meta.dirname, 'tenant', tenantEvents, tenantDecider);
goldenEvents(import.meta.dirname, 'user', userEvents, userDecider);
goldenEvents(import.meta.dirname, 'customer', customerEvents, customerDecider);
goldenEvents(import.meta.dirname, 'account', accountEvents, accountDecider);
