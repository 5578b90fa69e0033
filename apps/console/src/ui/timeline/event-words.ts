import type { Actor, HoldReason, TimelineItem } from '../api/types.js';

/** One thing to say, as a key below `events` and what fills it. Values under `say` are keys themselves. */
export type Line = { readonly key: string; readonly values?: Readonly<Record<string, string | number>>; readonly say?: Readonly<Record<string, string>> };

/** What somebody wrote. `text` null: withheld or erased; undefined: there never was one. */
export type Told =
  | { readonly kind: 'message'; readonly voice: 'customer' | 'staff' | 'note'; readonly text: string | null | undefined; readonly subject?: string | null }
  | { readonly kind: 'happened'; readonly line: Line; readonly detail: readonly Line[]; readonly quote?: string | null };

/** `cases.CaseOpened.v1` → `CaseOpened`. */
export const eventName = (type: string): string => type.split('.')[1] ?? type;

/** Whether nobody did it: routing gave the work to whoever was next. */
export const isRouting = ({ kind, id }: Pick<Actor, 'kind' | 'id'>): boolean => kind === 'system' && id === 'routing';

export const outsidePolicyOf = ({ data }: Pick<TimelineItem, 'data'>): string | null =>
  typeof data.outsidePolicy === 'string' ? data.outsidePolicy : null;

/** `CaseMerged` → `case merged`. */
const spoken = (name: string): string => name.replaceAll(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[-_]/g, ' ').toLowerCase();

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** What an event says to people. An event that this page does not know is told by its name, never left out. */
export const told = ({ type, data, actor }: Pick<TimelineItem, 'type' | 'data' | 'actor'>): Told => {
  switch (eventName(type)) {
    case 'CaseOpened':
      if (actor.kind === 'external' && text(data.description) === null) return happened({ key: 'openedPlain' }, priorityReason(data));
      return { kind: 'message', voice: 'customer', text: data.description === '' ? undefined : (data.description as string | null), subject: text(data.subject) };
    case 'CustomerReplyRecorded':
      return { kind: 'message', voice: 'customer', text: text(data.text) };
    case 'ReplySentToCustomer':
      return { kind: 'message', voice: 'staff', text: text(data.text) };
    case 'NoteAdded':
      return { kind: 'message', voice: 'note', text: text(data.text) };
    default:
      return occurrence(eventName(type), data, actor.kind !== 'external');
  }
};

const happened = (line: Line, detail: readonly Line[] = [], quote?: string | null): Told => ({ kind: 'happened', line, detail, ...(quote !== undefined && { quote }) });

/** History that was brought in has no words of its own: there, null is what nobody wrote. */
const occurrence = (name: string, data: TimelineItem['data'], worded: boolean): Told => {
  switch (name) {
    case 'CaseCategorised': {
      const category = [text(data.category), text(data.subcategory)].filter((part) => part !== null).join(' › ');
      return happened(category === '' ? { key: 'uncategorised' } : { key: 'categorised', values: { category } });
    }
    case 'CasePrioritised':
      return happened({ key: 'prioritised', values: { priority: `P${Number(data.priority)}` } }, priorityReason(data));
    case 'CaseAttributesSet': {
      const attributes = Object.entries(data.attributes ?? {});
      return happened({ key: 'attributesSet', values: { count: attributes.length } }, attributes.slice(0, 6).map(([name, value]) => ({ key: 'attribute', values: { name, value: String(value) } })));
    }
    case 'CaseCustomerChanged':
      return happened({ key: data.customerId === null ? 'customerCleared' : 'customerChanged' });
    case 'CaseTransferred': {
      const queue = text(data.queue);
      return happened(queue === null ? { key: 'transferredNowhere' } : { key: 'transferred', values: { queue } });
    }
    case 'CaseAssigned':
      return happened({ key: 'assigned', values: { name: text(data.assignee) ?? '?' } });
    case 'CaseUnassigned':
      return happened({ key: 'unassigned' });
    case 'CaseWorkStarted':
      return happened({ key: 'workStarted' });
    case 'CaseHeld':
      return happened({ key: 'held', say: { reason: `hold.${data.reason as HoldReason}` } });
    case 'CaseResumed':
      return happened({ key: 'resumed' });
    case 'CaseResolved':
      return happened({ key: 'resolved' }, text(data.code) === null ? [] : [{ key: 'resolutionCode', values: { code: text(data.code) ?? '' } }], quoted(data.resolution, worded));
    case 'CaseClosed':
      return happened({ key: 'closed' });
    case 'CaseReopened':
      return happened({ key: 'reopened' }, [], quoted(data.reason, worded));
    case 'CaseCancelled':
      return happened({ key: 'cancelled' }, [], quoted(data.reason, worded));
    default:
      return happened({ key: 'unknown', values: { what: spoken(name) } });
  }
};

/** A text that was given, null when it is withheld, undefined when nobody wrote one. */
const quoted = (value: unknown, worded: boolean): string | null | undefined => (value === undefined || value === '' || (value === null && !worded) ? undefined : text(value));

const priorityReason = ({ impact, urgency, policyVersion }: TimelineItem['data']): readonly Line[] =>
  policyVersion === undefined ? [] : [{ key: 'priorityReason', values: { impact: Number(impact), urgency: Number(urgency), version: Number(policyVersion) } }];
