import type { Aggregate, Decision as Decided, Event, EventOf, EventTypes, Recorded } from '@onmaru/event-sourcing';
import type { Instant } from '@onmaru/time';
import type { Grade } from '../case-policy/priority-matrix.js';
import type { Attributes, Classification, HoldReason, OfCustomer, Opening, Ranking, Words } from './case-words.js';

export type CaseEvent =
  | Event<'CaseOpened', Opening>
  | Event<'CaseCategorised', Classification>
  | Event<'CasePrioritised', Ranking>
  | Event<'CaseAttributesSet', { readonly attributes: Attributes }>
  | Event<'CaseCustomerChanged', OfCustomer>
  | Event<'CaseTransferred', { readonly queueId: string | null }>
  | Event<'CaseAssigned', { readonly assigneeId: string }>
  | Event<'CaseUnassigned', object>
  | Event<'CaseWorkStarted', object>
  | Event<'ReplySentToCustomer', Words>
  | Event<'CustomerReplyRecorded', Words>
  | Event<'NoteAdded', Words>
  | Event<'CaseHeld', { readonly reason: HoldReason }>
  | Event<'CaseResumed', object>
  | Event<'CaseResolved', OfCustomer & { readonly resolution: string | null; readonly code: string | null }>
  | Event<'CaseClosed', object>
  | Event<'CaseReopened', OfCustomer & { readonly reason: string | null }>
  | Event<'CaseCancelled', OfCustomer & { readonly reason: string | null }>;

export type Happened<Type extends CaseEvent['type']> = EventOf<CaseEvent, Type>;

/** A case event with where and by whom it was recorded. */
export type RecordedCaseEvent = Recorded<CaseEvent>;

const kept = { version: 1 } as const;
/** Other contexts hear of it. */
const told = { version: 1, told: true } as const;
/** What is said about a customer is sealed with that customer's key. */
const words = (...personal: readonly string[]) => ({ version: 1, personal, subject: 'customerId' }) as const;

export const caseEvents = {
  context: 'cases',
  types: {
    CaseOpened: { ...words('subject', 'description'), told: true },
    CaseCategorised: kept,
    CasePrioritised: told,
    CaseAttributesSet: kept,
    CaseCustomerChanged: kept,
    CaseTransferred: told,
    CaseAssigned: told,
    CaseUnassigned: told,
    CaseWorkStarted: kept,
    ReplySentToCustomer: words('text'),
    CustomerReplyRecorded: words('text'),
    NoteAdded: words('text'),
    CaseHeld: told,
    CaseResumed: told,
    CaseResolved: { ...words('resolution'), told: true },
    CaseClosed: told,
    CaseReopened: { ...words('reason'), told: true },
    CaseCancelled: { ...words('reason'), told: true },
  },
} as const satisfies EventTypes<CaseEvent>;

/** What later decisions ask about a case, whatever its situation. */
export type Facts = {
  readonly customerId: string | null;
  readonly impact: Grade;
  readonly urgency: Grade;
  readonly category: string | null;
  readonly subcategory: string | null;
  readonly attributes: Attributes;
  readonly queueId: string | null;
  readonly assigneeId: string | null;
};

export type Situation =
  | { readonly state: 'new' | 'in-progress' }
  | { readonly state: 'cancelled' }
  | { readonly state: 'on-hold'; readonly holdReason: HoldReason }
  | { readonly state: 'resolved' | 'closed'; readonly resolvedAt: Instant };

export type KnownCase = Facts & Situation;
export type Case = { readonly state: 'unknown' } | KnownCase;

export type CaseRefusal =
  | 'case-not-found'
  | 'case-already-open'
  | 'case-already-assigned'
  | 'case-not-open'
  | 'case-closed'
  | 'case-cancelled'
  | 'case-on-hold'
  | 'case-not-on-hold'
  | 'case-not-resolved'
  | 'reopen-window-passed';

export type Decision<Type extends CaseEvent['type']> = Decided<Happened<Type>, CaseRefusal>;

export const initialState: Case = { state: 'unknown' };

type OpenCase = Extract<KnownCase, { readonly state: 'new' | 'in-progress' | 'on-hold' }>;
export const isOpen = (current: KnownCase): current is OpenCase => ['new', 'in-progress', 'on-hold'].includes(current.state);

export const evolve = (current: Case, event: CaseEvent): Case => {
  if (event.type === 'CaseOpened') return { state: 'new', ...factsOf({ ...event.data, assigneeId: null }) };
  return current.state === 'unknown' ? current : evolveKnown(current, event);
};

const evolveKnown = (current: KnownCase, event: Exclude<CaseEvent, { type: 'CaseOpened' }>): KnownCase => {
  switch (event.type) {
    case 'CaseCategorised':
      return { ...current, category: event.data.category, subcategory: event.data.subcategory };
    case 'CasePrioritised':
      return { ...current, impact: event.data.impact, urgency: event.data.urgency };
    case 'CaseAttributesSet':
      return { ...current, attributes: { ...current.attributes, ...event.data.attributes } };
    case 'CaseCustomerChanged':
      return { ...current, customerId: event.data.customerId };
    case 'CaseTransferred':
      return { ...current, queueId: event.data.queueId };
    case 'CaseAssigned':
      return { ...current, assigneeId: event.data.assigneeId };
    case 'CaseUnassigned':
      return { ...current, assigneeId: null };
    case 'CaseHeld':
      return { ...factsOf(current), state: 'on-hold', holdReason: event.data.reason };
    case 'CaseWorkStarted':
    case 'CaseResumed':
    case 'CaseReopened':
      return { ...factsOf(current), state: 'in-progress' };
    case 'CaseResolved':
      return { ...factsOf(current), state: 'resolved', resolvedAt: event.occurredAt };
    case 'CaseClosed':
      return { ...factsOf(current), state: 'closed', resolvedAt: 'resolvedAt' in current ? current.resolvedAt : event.occurredAt };
    case 'CaseCancelled':
      return { ...factsOf(current), state: 'cancelled' };
    case 'ReplySentToCustomer':
    case 'CustomerReplyRecorded':
    case 'NoteAdded':
      return current;
  }
};

const factsOf = ({ customerId, impact, urgency, category, subcategory, attributes, queueId, assigneeId }: Facts): Facts =>
  ({ customerId, impact, urgency, category, subcategory, attributes, queueId, assigneeId });

export const cases: Aggregate<Case, CaseEvent> = { category: 'case', events: caseEvents, initialState, evolve };
