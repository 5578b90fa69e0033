import { objections, refusals, type Decision as Decided } from '@onmaru/event-sourcing';
import type { Instant } from '@onmaru/time';
import type { Attributes, CaseEvent, Grade, HoldReason } from './case-events.js';

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
  | { readonly state: 'new' | 'in-progress' | 'cancelled' }
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

export const refuse = refusals<CaseRefusal>();
export const objectTo = objections<CaseRefusal>();
export type Decision<E extends CaseEvent> = Decided<E, CaseRefusal>;

export const initialState: Case = { state: 'unknown' };

export const isOpen = ({ state }: KnownCase): boolean => state === 'new' || state === 'in-progress' || state === 'on-hold';

export const evolve = (current: Case, event: CaseEvent): Case => {
  if (event.type === 'CaseOpened') return { state: 'new', ...factsOf({ ...event.data, assigneeId: null }) };
  return current.state === 'unknown' ? current : evolveKnown(current, event);
};

type AfterOpening = Exclude<CaseEvent, { type: 'CaseOpened' }>;

const evolveKnown = (current: KnownCase, event: AfterOpening): KnownCase => {
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

const factsOf = (from: Facts): Facts => ({
  customerId: from.customerId,
  impact: from.impact,
  urgency: from.urgency,
  category: from.category,
  subcategory: from.subcategory,
  attributes: from.attributes,
  queueId: from.queueId,
  assigneeId: from.assigneeId,
});
