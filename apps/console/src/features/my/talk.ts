import type { TimelineItem } from '../../ui/api/types.js';
import { eventName, told } from '../../ui/timeline/event-words.js';

const BECAME: Readonly<Record<string, 'resolved' | 'closed' | 'reopened' | 'cancelled' | undefined>> = { CaseResolved: 'resolved', CaseClosed: 'closed', CaseReopened: 'reopened', CaseCancelled: 'cancelled' };

/** What became of a request by an event; null where that is nothing to whoever asked. */
export const becameOf = ({ type }: Pick<TimelineItem, 'type'>) => BECAME[eventName(type)] ?? null;

/** What of a time line a customer is told: what was said, and what became of it. How colleagues went about it is theirs. */
export const talkOf = (items: readonly TimelineItem[]): readonly TimelineItem[] => items.filter((item) => told(item).kind === 'message' || becameOf(item) !== null);
