import { admin } from './en/admin.js';
import { caseWords } from './en/case.js';
import { everywhere } from './en/everywhere.js';
import { customers } from './en/customers.js';
import { events } from './en/events.js';
import { inbox } from './en/inbox.js';
import { my } from './en/my.js';
import { operations } from './en/operations.js';
import { session } from './en/session.js';

export const words = { ...everywhere, session, inbox, case: caseWords, events, customers, admin, operations, my };
