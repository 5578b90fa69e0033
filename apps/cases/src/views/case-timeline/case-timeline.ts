import type { Actor } from '@onmaru/event-sourcing';
import type { RecordedCaseEvent } from '../../case/case.js';
import type { Names } from '../../case-details/case-answer.js';

/** One thing that happened to a case, as people read it. */
export type TimelineItem = {
  readonly position: number;
  readonly revision: number;
  readonly type: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly actor: Actor & { readonly name: string | null };
  readonly data: object;
};

/** What a customer is told: their own words, what was said to them, and whether the case is open. */
const PUBLIC: ReadonlySet<RecordedCaseEvent['type']> = new Set([
  'CaseOpened',
  'ReplySentToCustomer',
  'CustomerReplyRecorded',
  'CaseResolved',
  'CaseClosed',
  'CaseReopened',
  'CaseCancelled',
]);

export const isPublic = ({ type }: RecordedCaseEvent): boolean => PUBLIC.has(type);

export const timelineItem = (event: RecordedCaseEvent, storedType: string, names: Names): TimelineItem => ({
  position: event.position,
  revision: event.revision,
  type: storedType,
  occurredAt: event.occurredAt,
  recordedAt: event.recordedAt,
  actor: { ...event.actor, name: nameOf(event.actor, names) },
  data: { ...event.data, ...namesIn(event, names) },
});

/** A public event without what is between colleagues. */
export const forCustomer = (item: TimelineItem): TimelineItem => {
  const { text, subject, description, resolution, reason } = item.data as Readonly<Record<string, unknown>>;
  const shown = Object.entries({ text, subject, description, resolution, reason }).filter(([, value]) => value !== undefined);
  return { ...item, data: Object.fromEntries(shown) };
};

const nameOf = ({ kind, id }: Actor, names: Names): string | null => {
  if (kind === 'staff') return names.staff(id).name;
  return kind === 'customer' ? names.customer(id) : null;
};

const namesIn = (event: RecordedCaseEvent, names: Names): object => {
  if (event.type === 'CaseAssigned') return { assignee: names.staff(event.data.assigneeId).name };
  if (event.type === 'CaseTransferred' || event.type === 'CaseOpened') {
    return { queue: event.data.queueId === null ? null : names.queue(event.data.queueId) };
  }
  return {};
};
