import { isRefusal } from '@onmaru/event-sourcing';
import type { Instant } from '@onmaru/time';
import type { CasePolicy } from '../case-policy/case-policy.js';
import type { KnownCase } from './case.js';
import { caseDecider, type CaseCommand } from './decider.js';

/** What can be done to a case, by the names of the routes. */
export const VERBS = [
  'categorise',
  'prioritise',
  'set-attributes',
  'change-customer',
  'transfer',
  'assign',
  'unassign',
  'start-work',
  'reply-to-customer',
  'record-customer-reply',
  'add-note',
  'hold',
  'resume',
  'resolve',
  'close',
  'reopen',
  'cancel',
] as const;
export type Verb = (typeof VERBS)[number];

/** A value that no case holds, so that an example always asks for a change. */
const OTHER = '\u0000';

const example = (verb: Verb, at: Instant, { matrix, version, reopenWindow }: CasePolicy, current: KnownCase): CaseCommand => {
  switch (verb) {
    case 'categorise':
      return { type: 'CategoriseCase', at, data: { category: OTHER, subcategory: null } };
    case 'prioritise':
      return { type: 'PrioritiseCase', at, data: { impact: current.impact === 1 ? 2 : 1, urgency: 1, matrix, policyVersion: version } };
    case 'set-attributes':
      return { type: 'SetCaseAttributes', at, data: { attributes: { [OTHER]: true } } };
    case 'change-customer':
      return { type: 'ChangeCaseCustomer', at, data: { customerId: OTHER } };
    case 'transfer':
      return { type: 'TransferCase', at, data: { queueId: OTHER } };
    case 'assign':
      return { type: 'AssignCase', at, data: { assigneeId: OTHER } };
    case 'unassign':
      return { type: 'UnassignCase', at, data: {} };
    case 'start-work':
      return { type: 'StartWork', at, data: {} };
    case 'reply-to-customer':
      return { type: 'ReplyToCustomer', at, data: { text: OTHER } };
    case 'record-customer-reply':
      return { type: 'RecordCustomerReply', at, data: { text: OTHER } };
    case 'add-note':
      return { type: 'AddNote', at, data: { text: OTHER } };
    case 'hold':
      return { type: 'HoldCase', at, data: { reason: 'holdReason' in current && current.holdReason === 'vendor' ? 'problem' : 'vendor' } };
    case 'resume':
      return { type: 'ResumeCase', at, data: {} };
    case 'resolve':
      return { type: 'ResolveCase', at, data: { resolution: OTHER, code: null } };
    case 'close':
      return { type: 'CloseCase', at, data: {} };
    case 'reopen':
      return { type: 'ReopenCase', at, data: { reason: OTHER, window: reopenWindow } };
    case 'cancel':
      return { type: 'CancelCase', at, data: { reason: OTHER } };
  }
};

/** The verbs that would change the case now: asked of the rules themselves, so that they cannot disagree. */
export const possibleVerbs = (current: KnownCase, at: Instant, policy: CasePolicy): readonly Verb[] =>
  VERBS.filter((verb) => {
    const decision = caseDecider.decide(example(verb, at, policy, current), current);
    return !isRefusal(decision) && !('objection' in decision) && decision.length > 0;
  });
