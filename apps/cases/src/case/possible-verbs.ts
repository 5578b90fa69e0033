import { isRefusal, settle } from '@onmaru/event-sourcing';
import type { Instant } from '@onmaru/time';
import type { CasePolicy } from '../case-policy/case-policy.js';
import type { CaseEvent, CaseRefusal, Decision, KnownCase } from './case.js';
import { addNote } from './add-note/add-note.js';
import { assignCase } from './assign-case/assign-case.js';
import { cancelCase } from './cancel-case/cancel-case.js';
import { categoriseCase } from './categorise-case/categorise-case.js';
import { changeCaseCustomer } from './change-case-customer/change-case-customer.js';
import { closeCase } from './close-case/close-case.js';
import { holdCase } from './hold-case/hold-case.js';
import { prioritiseCase } from './prioritise-case/prioritise-case.js';
import { recordCustomerReply } from './record-customer-reply/record-customer-reply.js';
import { reopenCase } from './reopen-case/reopen-case.js';
import { replyToCustomer } from './reply-to-customer/reply-to-customer.js';
import { resolveCase } from './resolve-case/resolve-case.js';
import { resumeCase } from './resume-case/resume-case.js';
import { setCaseAttributes } from './set-case-attributes/set-case-attributes.js';
import { startWork } from './start-work/start-work.js';
import { transferCase } from './transfer-case/transfer-case.js';
import { unassignCase } from './unassign-case/unassign-case.js';

type Example = (current: KnownCase, at: Instant, policy: CasePolicy) => Decision<CaseEvent['type']>;

/** A value that no case holds, so that an example always asks for a change. */
const OTHER = '\u0000';

/** What can be done to a case, by the names of the routes, each with a wish that would change it. */
export const EXAMPLES = {
  categorise: (current, at) => categoriseCase({ at, data: { category: OTHER, subcategory: null } }, current),
  prioritise: (current, at, { matrix, version: policyVersion }) => prioritiseCase({ at, data: { impact: current.impact === 1 ? 2 : 1, urgency: 1, matrix, policyVersion } }, current),
  'set-attributes': (current, at) => setCaseAttributes({ at, data: { attributes: { [OTHER]: true } } }, current),
  'change-customer': (current, at) => changeCaseCustomer({ at, data: { customerId: OTHER } }, current),
  transfer: (current, at) => transferCase({ at, data: { queueId: OTHER } }, current),
  assign: (current, at) => assignCase({ at, data: { assigneeId: OTHER } }, current),
  unassign: (current, at) => unassignCase({ at, data: {} }, current),
  'start-work': (current, at) => startWork({ at, data: {} }, current),
  'reply-to-customer': (current, at) => replyToCustomer({ at, data: { text: OTHER } }, current),
  'record-customer-reply': (current, at) => recordCustomerReply({ at, data: { text: OTHER } }, current),
  'add-note': (current, at) => addNote({ at, data: { text: OTHER } }, current),
  hold: (current, at) => holdCase({ at, data: { reason: 'holdReason' in current && current.holdReason === 'vendor' ? 'problem' : 'vendor' } }, current),
  resume: (current, at) => resumeCase({ at, data: {} }, current),
  resolve: (current, at) => resolveCase({ at, data: { resolution: OTHER, code: null } }, current),
  close: (current, at) => closeCase({ at, data: {} }, current),
  reopen: (current, at, { reopenWindow: window }) => reopenCase({ at, data: { reason: OTHER, window } }, current),
  cancel: (current, at) => cancelCase({ at, data: { reason: OTHER } }, current),
} satisfies Readonly<Record<string, Example>>;

export type Verb = keyof typeof EXAMPLES;
export const VERBS = Object.keys(EXAMPLES) as readonly Verb[];

/** The verbs that would change the case now: asked of the rules themselves, so that they cannot disagree. */
export const possibleVerbs = (current: KnownCase, at: Instant, policy: CasePolicy): readonly Verb[] =>
  VERBS.filter((verb) => {
    const decided = settle<CaseEvent, CaseRefusal>(EXAMPLES[verb](current, at, policy));
    return !isRefusal(decided) && decided.length > 0;
  });
