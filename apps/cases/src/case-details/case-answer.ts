import type { Instant } from '@onmaru/time';
import type { KnownCase } from '../case/case.js';
import type { Attributes, HoldReason } from '../case/case-words.js';
import type { Grade, Priority } from '../case-policy/priority-matrix.js';
import type { Verb } from '../case/possible-verbs.js';
import type { ShownCase } from './shown-case.js';

export type Assignee = { readonly id: string; readonly externalId: string | null; readonly name: string | null };

/** A case as everybody outside sees it. */
export type CaseAnswer = {
  readonly id: string;
  readonly revision: number;
  readonly externalId: string | null;
  readonly number: string;
  readonly subject: string | null;
  readonly description: string | null;
  readonly customerId: string | null;
  readonly channel: string;
  readonly state: KnownCase['state'];
  readonly holdReason: HoldReason | null;
  readonly impact: Grade | null;
  readonly urgency: Grade | null;
  readonly priority: Priority | null;
  readonly policyVersion: number | null;
  readonly category: string | null;
  readonly subcategory: string | null;
  readonly attributes: Attributes;
  readonly queue: string | null;
  readonly assignee: Assignee | null;
  readonly customer: { readonly id: string; readonly name: string | null } | null;
  readonly reopenCount: number;
  readonly transferCount: number;
  readonly openedAt: Instant;
  readonly updatedAt: Instant;
  readonly resolvedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly can: readonly Verb[];
};

/** What other contexts call those that a case names by id. */
export type Names = {
  readonly queue: (id: string) => string | null;
  readonly staff: (id: string) => Assignee;
  readonly customer: (id: string) => string | null;
};

export const caseAnswer = (row: ShownCase, names: Names, can: readonly Verb[]): CaseAnswer => ({
  id: row.id,
  revision: row.revision,
  externalId: row.externalId,
  number: row.number,
  subject: row.subject,
  description: row.description,
  customerId: row.customerId,
  channel: row.channel,
  state: row.state,
  holdReason: row.holdReason,
  impact: row.impact,
  urgency: row.urgency,
  priority: row.priority,
  policyVersion: row.policyVersion,
  category: row.category,
  subcategory: row.subcategory,
  attributes: row.attributes,
  queue: row.queueId === null ? null : names.queue(row.queueId),
  assignee: row.assigneeId === null ? null : names.staff(row.assigneeId),
  customer: row.customerId === null ? null : { id: row.customerId, name: names.customer(row.customerId) },
  reopenCount: row.reopenCount,
  transferCount: row.transferCount,
  openedAt: row.openedAt,
  updatedAt: row.updatedAt,
  resolvedAt: row.resolvedAt,
  closedAt: row.closedAt,
  can,
});

/** The same case without what is between colleagues: how urgent they find it, where it lies, what they keep about it. */
export const forCustomer = (answer: CaseAnswer): CaseAnswer => ({
  ...answer,
  impact: null,
  urgency: null,
  priority: null,
  policyVersion: null,
  attributes: {},
  queue: null,
  assignee: null,
  transferCount: 0,
});
