import type { Aggregate, Decision as Decided, Event, EventOf, EventTypes } from '@onmaru/event-sourcing';
import { hours, type Duration, type Instant } from '@onmaru/time';
import { DEFAULT_MATRIX, type PriorityMatrix } from './priority-matrix.js';

/** What a tenant decides about its cases, as one version. */
export type CasePolicy = { readonly version: number; readonly matrix: PriorityMatrix; readonly reopenWindow: Duration };

export type CasePolicyEvent =
  | Event<'CasePolicyDrafted', { readonly version: number; readonly matrix: PriorityMatrix; readonly reopenWindowHours: number; readonly effectiveFrom: Instant | null }>
  | Event<'CasePolicyPublished', { readonly version: number; readonly effectiveFrom: Instant }>;
export type Happened<Type extends CasePolicyEvent['type']> = EventOf<CasePolicyEvent, Type>;

export const casePolicyEvents: EventTypes<CasePolicyEvent> = {
  context: 'cases',
  types: { CasePolicyDrafted: { version: 1 }, CasePolicyPublished: { version: 1 } },
};

/** `effectiveFrom`: the wish of a draft, the truth of a published version. */
export type CasePolicyVersion = CasePolicy & {
  readonly effectiveFrom: Instant | null;
  readonly publishedAt: Instant | null;
};
export type CasePolicies = readonly CasePolicyVersion[];

export type CasePolicyRefusal = 'policy-not-found' | 'policy-effective-in-the-past';
export type Decision<Type extends CasePolicyEvent['type']> = Decided<Happened<Type>, CasePolicyRefusal>;

export const REOPEN_WINDOW: Duration = hours(14 * 24);
const BEGINNING: Instant = '1970-01-01T00:00:00.000Z';

/** Version 1 holds from the beginning; nobody drafted it. */
export const initialState: CasePolicies = [
  { version: 1, matrix: DEFAULT_MATRIX, reopenWindow: REOPEN_WINDOW, effectiveFrom: BEGINNING, publishedAt: BEGINNING },
];

export const evolve = (policies: CasePolicies, event: CasePolicyEvent): CasePolicies => {
  switch (event.type) {
    case 'CasePolicyDrafted': {
      const { version, matrix, reopenWindowHours, effectiveFrom } = event.data;
      return [...policies, { version, matrix, reopenWindow: hours(reopenWindowHours), effectiveFrom, publishedAt: null }];
    }
    case 'CasePolicyPublished':
      return policies.map((policy) =>
        policy.version === event.data.version
          ? { ...policy, effectiveFrom: event.data.effectiveFrom, publishedAt: event.occurredAt }
          : policy,
      );
  }
};

export const casePolicies: Aggregate<CasePolicies, CasePolicyEvent> = { category: 'casepolicy', events: casePolicyEvents, initialState, evolve };
