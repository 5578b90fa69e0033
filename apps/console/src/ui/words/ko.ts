import { admin } from './ko/admin.js';
import { caseWords } from './ko/case.js';
import { common } from './ko/common.js';
import { customers } from './ko/customers.js';
import { events } from './ko/events.js';
import { inbox } from './ko/inbox.js';
import { my } from './ko/my.js';
import { session } from './ko/session.js';

export const words = { ...common, session, inbox, case: caseWords, events, customers, admin, my };
