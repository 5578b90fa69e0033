import type { CasePolicyVersion } from '../case-policy/case-policy.js';
import type { Attributes, Grade, HoldReason } from '../case/case-events.js';
import type { CaseCommand } from '../case/decider.js';
import type { Instant } from '@onmaru/time';

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

/** The act as a command to its case, under the policy of its own moment. `number` is for one that opens a case. */
export const historicCommand = (act: BulkCommand, policy: CasePolicyVersion, number: string): CaseCommand => {
  const stamped = { at: act.at, history: true };
  switch (act.type) {
    case 'OpenCase': {
      const { externalId, customerId, channel, impact, urgency, category, subcategory, attributes, queueId } = act.data;
      const facts = { number, externalId, subject: null, description: null, customerId: customerId ?? null, channel, impact, urgency };
      const labels = { category: category ?? null, subcategory: subcategory ?? null, attributes: attributes ?? {}, queueId: queueId ?? null };
      return { type: act.type, ...stamped, data: { ...facts, ...labels, matrix: policy.matrix, policyVersion: policy.version } };
    }
    case 'PrioritiseCase': {
      const { impact, urgency } = act.data;
      return { type: act.type, ...stamped, data: { impact, urgency, matrix: policy.matrix, policyVersion: policy.version } };
    }
    case 'ReopenCase':
      return { type: act.type, ...stamped, data: { reason: act.data.reason, window: policy.reopenWindow } };
    case 'CategoriseCase':
      return { type: act.type, ...stamped, data: { category: act.data.category, subcategory: act.data.subcategory } };
    case 'SetCaseAttributes':
      return { type: act.type, ...stamped, data: { attributes: act.data.attributes } };
    case 'ChangeCaseCustomer':
      return { type: act.type, ...stamped, data: { customerId: act.data.customerId } };
    case 'TransferCase':
      return { type: act.type, ...stamped, data: { queueId: act.data.queueId } };
    case 'AssignCase':
      return { type: act.type, ...stamped, data: { assigneeId: act.data.assigneeId } };
    case 'HoldCase':
      return { type: act.type, ...stamped, data: { reason: act.data.reason } };
    case 'ResolveCase':
      return { type: act.type, ...stamped, data: { resolution: act.data.resolution, code: act.data.code } };
    case 'CancelCase':
      return { type: act.type, ...stamped, data: { reason: act.data.reason } };
    case 'UnassignCase':
    case 'StartWork':
    case 'ResumeCase':
    case 'CloseCase':
      return { type: act.type, ...stamped, data: {} };
  }
};

/** Ids of others that an act names. */
export const idsNamed = ({ type, data }: BulkCommand) => ({
  customers: type === 'OpenCase' || type === 'ChangeCaseCustomer' ? [data.customerId ?? null] : [],
  queues: type === 'OpenCase' || type === 'TransferCase' ? [data.queueId ?? null] : [],
  staff: type === 'AssignCase' ? [data.assigneeId] : [],
});
