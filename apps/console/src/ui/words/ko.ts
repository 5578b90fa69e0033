import { admin } from './ko/admin.js';
import { caseWords } from './ko/case.js';
import { everywhere } from './ko/everywhere.js';
import { customers } from './ko/customers.js';
import { events } from './ko/events.js';
import { inbox } from './ko/inbox.js';
import { my } from './ko/my.js';
import { operations } from './ko/operations.js';
import { session } from './ko/session.js';

export const words = { ...everywhere, session, inbox, case: caseWords, events, customers, admin, operations, my };
