import type { TimelineItem } from '../../ui/api/types.js';
import { eventName } from '../../ui/timeline/event-words.js';

/** What on the panel somebody may ask the reason of. */
export type Field = 'state' | 'queue' | 'assignee' | 'priority' | 'category' | 'customer';

const SETS: Readonly<Record<Field, readonly string[]>> = {
  state: ['CaseOpened', 'CaseWorkStarted', 'CaseHeld', 'CaseResumed', 'CaseResolved', 'CaseClosed', 'CaseReopened', 'CaseCancelled'],
  queue: ['CaseTransferred', 'CaseOpened'],
  assignee: ['CaseAssigned', 'CaseUnassigned'],
  priority: ['CasePrioritised', 'CaseOpened'],
  category: ['CaseCategorised', 'CaseOpened'],
  customer: ['CaseCustomerChanged', 'CaseOpened'],
};

/** The event that made a field what it is: the last of those that set it; null when none has. */
export const reasonOf = (items: readonly TimelineItem[], field: Field): TimelineItem | null => items.findLast(({ type }) => SETS[field].includes(eventName(type))) ?? null;
