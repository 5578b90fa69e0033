import type { Event, EventTypes, StoredEvent } from '@onmaru/event-sourcing';

export type Attributes = Readonly<Record<string, string | number | boolean | null>>;
export type HoldReason = 'customer' | 'vendor' | 'problem' | 'evidence';
/** Impact and urgency: 1 is the greatest. */
export type Grade = 1 | 2 | 3;
/** 1 is the highest. */
export type Priority = 1 | 2 | 3 | 4;
type Ranking = { readonly impact: Grade; readonly urgency: Grade; readonly priority: Priority; readonly policyVersion: number };
type Classification = { readonly category: string | null; readonly subcategory: string | null };
type OfCustomer = { readonly customerId: string | null };
type Words = OfCustomer & { readonly text: string | null };

export type CaseOpened = Event<
  'CaseOpened',
  OfCustomer &
    Ranking &
    Classification & {
      readonly number: string;
      readonly externalId: string | null;
      readonly subject: string | null;
      readonly description: string | null;
      readonly channel: string;
      readonly attributes: Attributes;
      readonly queueId: string | null;
    }
>;
export type CaseCategorised = Event<'CaseCategorised', Classification>;
export type CasePrioritised = Event<'CasePrioritised', Ranking>;
export type CaseAttributesSet = Event<'CaseAttributesSet', { readonly attributes: Attributes }>;
export type CaseCustomerChanged = Event<'CaseCustomerChanged', OfCustomer>;
export type CaseTransferred = Event<'CaseTransferred', { readonly queueId: string | null }>;
export type CaseAssigned = Event<'CaseAssigned', { readonly assigneeId: string }>;
export type CaseUnassigned = Event<'CaseUnassigned', object>;
export type CaseWorkStarted = Event<'CaseWorkStarted', object>;
export type ReplySentToCustomer = Event<'ReplySentToCustomer', Words>;
export type CustomerReplyRecorded = Event<'CustomerReplyRecorded', Words>;
export type NoteAdded = Event<'NoteAdded', Words>;
export type CaseHeld = Event<'CaseHeld', { readonly reason: HoldReason }>;
export type CaseResumed = Event<'CaseResumed', object>;
export type CaseResolved = Event<'CaseResolved', OfCustomer & { readonly resolution: string | null; readonly code: string | null }>;
export type CaseClosed = Event<'CaseClosed', object>;
export type CaseReopened = Event<'CaseReopened', OfCustomer & { readonly reason: string | null }>;
export type CaseCancelled = Event<'CaseCancelled', OfCustomer & { readonly reason: string | null }>;

export type CaseEvent =
  | CaseOpened
  | CaseCategorised
  | CasePrioritised
  | CaseAttributesSet
  | CaseCustomerChanged
  | CaseTransferred
  | CaseAssigned
  | CaseUnassigned
  | CaseWorkStarted
  | ReplySentToCustomer
  | CustomerReplyRecorded
  | NoteAdded
  | CaseHeld
  | CaseResumed
  | CaseResolved
  | CaseClosed
  | CaseReopened
  | CaseCancelled;

/** A case event with where and by whom it was recorded. */
export type RecordedCaseEvent = CaseEvent &
  Pick<StoredEvent, 'id' | 'tenant' | 'stream' | 'revision' | 'position' | 'recordedAt' | 'actor'>;

/** What is said about a customer is sealed with that customer's key. */
const ofCustomer = (...personal: readonly string[]) => ({ version: 1, personal, subject: 'customerId' });

export const caseEvents: EventTypes<CaseEvent> = {
  context: 'cases',
  types: {
    CaseOpened: ofCustomer('subject', 'description'),
    CaseCategorised: { version: 1 },
    CasePrioritised: { version: 1 },
    CaseAttributesSet: { version: 1 },
    CaseCustomerChanged: { version: 1 },
    CaseTransferred: { version: 1 },
    CaseAssigned: { version: 1 },
    CaseUnassigned: { version: 1 },
    CaseWorkStarted: { version: 1 },
    ReplySentToCustomer: ofCustomer('text'),
    CustomerReplyRecorded: ofCustomer('text'),
    NoteAdded: ofCustomer('text'),
    CaseHeld: { version: 1 },
    CaseResumed: { version: 1 },
    CaseResolved: ofCustomer('resolution'),
    CaseClosed: { version: 1 },
    CaseReopened: ofCustomer('reason'),
    CaseCancelled: ofCustomer('reason'),
  },
};
