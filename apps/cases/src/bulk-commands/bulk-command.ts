import type { Instant } from '@onmaru/time';
import type { CasePolicyVersion } from '../case-policy/case-policy.js';
import type { Grade } from '../case-policy/priority-matrix.js';
import type { Case, CaseEvent, Decision } from '../case/case.js';
import type { Attributes, HoldReason } from '../case/case-words.js';
import { assignCase } from '../case/assign-case/assign-case.js';
import { cancelCase } from '../case/cancel-case/cancel-case.js';
import { categoriseCase } from '../case/categorise-case/categorise-case.js';
import { changeCaseCustomer } from '../case/change-case-customer/change-case-customer.js';
import { closeCase } from '../case/close-case/close-case.js';
import { holdCase } from '../case/hold-case/hold-case.js';
import { openCase } from '../case/open-case/open-case.js';
import { prioritiseCase } from '../case/prioritise-case/prioritise-case.js';
import { reopenCase } from '../case/reopen-case/reopen-case.js';
import { resolveCase } from '../case/resolve-case/resolve-case.js';
import { resumeCase } from '../case/resume-case/resume-case.js';
import { setCaseAttributes } from '../case/set-case-attributes/set-case-attributes.js';
import { startWork } from '../case/start-work/start-work.js';
import { transferCase } from '../case/transfer-case/transfer-case.js';
import { unassignCase } from '../case/unassign-case/unassign-case.js';

/** One act of recorded history, as another system kept it. */
export type BulkCommand = {
  /** The case's id in the other system. */
  readonly case: string;
  readonly commandId: string;
  readonly at: Instant;
  /** Who did it, by the other system's id. */
  readonly actor: string;
  /** Place in the file it came from. */
  readonly row?: number;
} & Act;

type Opening = {
  readonly externalId: string;
  readonly customerId?: string | null;
  readonly channel: string;
  readonly impact: Grade;
  readonly urgency: Grade;
  readonly category?: string | null;
  readonly subcategory?: string | null;
  readonly attributes?: Attributes;
  readonly queueId?: string | null;
};

type Act =
  | { readonly type: 'OpenCase'; readonly data: Opening }
  | { readonly type: 'CategoriseCase'; readonly data: { readonly category: string | null; readonly subcategory: string | null } }
  | { readonly type: 'PrioritiseCase'; readonly data: { readonly impact: Grade; readonly urgency: Grade } }
  | { readonly type: 'SetCaseAttributes'; readonly data: { readonly attributes: Attributes } }
  | { readonly type: 'ChangeCaseCustomer'; readonly data: { readonly customerId: string } }
  | { readonly type: 'TransferCase'; readonly data: { readonly queueId: string | null } }
  | { readonly type: 'AssignCase'; readonly data: { readonly assigneeId: string } }
  | { readonly type: 'HoldCase'; readonly data: { readonly reason: HoldReason } }
  | { readonly type: 'ResolveCase'; readonly data: { readonly resolution: string | null; readonly code: string | null } }
  | { readonly type: 'ReopenCase' | 'CancelCase'; readonly data: { readonly reason: string | null } }
  | { readonly type: 'UnassignCase' | 'StartWork' | 'ResumeCase' | 'CloseCase'; readonly data: object };

/** What becomes of a case by the act, under the policy of its own moment. `number` is for one that opens a case. */
export const decideAct = ({ at, ...act }: BulkCommand, { matrix, version: policyVersion, reopenWindow: window }: CasePolicyVersion, number: string, current: Case): Decision<CaseEvent['type']> => {
  switch (act.type) {
    case 'OpenCase': {
      const { externalId, customerId = null, channel, impact, urgency, category = null, subcategory = null, attributes = {}, queueId = null } = act.data;
      const facts = { number, externalId, subject: null, description: null, customerId, channel, impact, urgency, category, subcategory, attributes, queueId };
      return openCase({ at, data: { ...facts, matrix, policyVersion } }, current);
    }
    case 'PrioritiseCase':
      return prioritiseCase({ at, data: { impact: act.data.impact, urgency: act.data.urgency, matrix, policyVersion } }, current);
    case 'ReopenCase':
      return reopenCase({ at, data: { reason: act.data.reason, window } }, current);
    case 'CategoriseCase':
      return categoriseCase({ at, data: act.data }, current);
    case 'SetCaseAttributes':
      return setCaseAttributes({ at, data: act.data }, current);
    case 'ChangeCaseCustomer':
      return changeCaseCustomer({ at, data: act.data }, current);
    case 'TransferCase':
      return transferCase({ at, data: act.data }, current);
    case 'AssignCase':
      return assignCase({ at, data: act.data }, current);
    case 'HoldCase':
      return holdCase({ at, data: act.data }, current);
    case 'ResolveCase':
      return resolveCase({ at, data: act.data }, current);
    case 'CancelCase':
      return cancelCase({ at, data: act.data }, current);
    case 'UnassignCase':
      return unassignCase({ at, data: act.data }, current);
    case 'StartWork':
      return startWork({ at, data: act.data }, current);
    case 'ResumeCase':
      return resumeCase({ at, data: act.data }, current);
    case 'CloseCase':
      return closeCase({ at, data: act.data }, current);
  }
};

/** Ids of others that an act names. */
export const idsNamed = ({ type, data }: BulkCommand) => ({
  customers: type === 'OpenCase' || type === 'ChangeCaseCustomer' ? [data.customerId ?? null] : [],
  queues: type === 'OpenCase' || type === 'TransferCase' ? [data.queueId ?? null] : [],
  staff: type === 'AssignCase' ? [data.assigneeId] : [],
});
