import { idOf } from '@onmaru/event-sourcing';
import type { Instant } from '@onmaru/time';
import { evolve, initialState, type Case, type Facts, type KnownCase, type RecordedCaseEvent, type Happened } from '../case/case.js';
import type { HoldReason } from '../case/case-words.js';
import type { Priority } from '../case-policy/priority-matrix.js';

/** A case with its facts, its situation spread out, and what only people look at. */
export type ShownCase = Facts & {
  readonly tenant: string;
  readonly id: string;
  readonly revision: number;
  readonly position: number;
  readonly number: string;
  readonly externalId: string | null;
  readonly subject: string | null;
  readonly description: string | null;
  readonly channel: string;
  readonly state: KnownCase['state'];
  readonly holdReason: HoldReason | null;
  readonly priority: Priority;
  readonly policyVersion: number;
  readonly reopenCount: number;
  readonly transferCount: number;
  readonly openedAt: Instant;
  readonly updatedAt: Instant;
  readonly resolvedAt: Instant | null;
  readonly closedAt: Instant | null;
  /** Whose words subject and description are: the customer it was opened for, whoever has the case now. */
  readonly wordsOf: string | null;
};

/** The case after an event: the rules' own `evolve` for what decides, the rest for what is shown. */
export const shownCase = (row: ShownCase | null, event: RecordedCaseEvent): ShownCase | null => {
  if (row === null) return event.type === 'CaseOpened' ? opened(event) : null;
  const next = evolve(caseOf(row), event);
  return next.state === 'unknown' ? row : shown({ ...row, ...spread(next) }, event);
};

/** The case as the rules know it. */
export const caseOf = (row: ShownCase): KnownCase => {
  const { customerId, impact, urgency, category, subcategory, attributes, queueId, assigneeId } = row;
  const facts: Facts = { customerId, impact, urgency, category, subcategory, attributes, queueId, assigneeId };
  switch (row.state) {
    case 'on-hold':
      return { ...facts, state: row.state, holdReason: row.holdReason as HoldReason };
    case 'resolved':
    case 'closed':
      return { ...facts, state: row.state, resolvedAt: row.resolvedAt as Instant };
    case 'new':
    case 'in-progress':
    case 'cancelled':
      return { ...facts, state: row.state };
  }
};

const opened = (event: Happened<'CaseOpened'> & RecordedCaseEvent): ShownCase => {
  const { number, externalId, subject, description, channel, priority, policyVersion, customerId } = event.data;
  const first = evolve(initialState, event) as Exclude<Case, { state: 'unknown' }>;
  return {
    tenant: event.tenant,
    id: idOf(event),
    revision: event.revision,
    position: event.position,
    ...{ number, externalId, subject, description, channel, priority, policyVersion },
    ...{ reopenCount: 0, transferCount: 0, openedAt: event.occurredAt, updatedAt: event.occurredAt, closedAt: null },
    wordsOf: customerId,
    ...spread(first),
  };
};

const spread = (current: KnownCase): Facts & Pick<ShownCase, 'state' | 'holdReason' | 'resolvedAt'> => ({
  ...current,
  holdReason: 'holdReason' in current ? current.holdReason : null,
  resolvedAt: 'resolvedAt' in current ? current.resolvedAt : null,
});

/** What is shown and not decided on: an event that is not named here shows as what `evolve` makes of it. */
const shown = (row: ShownCase, event: RecordedCaseEvent): ShownCase => {
  const next = { ...row, revision: event.revision, position: event.position, updatedAt: event.occurredAt };
  if (event.type === 'CasePrioritised') return { ...next, priority: event.data.priority, policyVersion: event.data.policyVersion };
  if (event.type === 'CaseTransferred') return { ...next, transferCount: row.transferCount + 1 };
  if (event.type === 'CaseReopened') return { ...next, reopenCount: row.reopenCount + 1, closedAt: null };
  return event.type === 'CaseClosed' ? { ...next, closedAt: event.occurredAt } : next;
};
