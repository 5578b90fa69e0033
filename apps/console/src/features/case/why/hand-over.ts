import type { Actor, TimelineItem } from '../../../ui/api/types.js';
import { eventName, isRouting } from '../../../ui/timeline/event-words.js';
import { reasonOf } from '../reason.js';

/** How whoever has a case came by it, and whether routing has given it to somebody before. */
type HandOver = {
  readonly by: 'routing' | 'person' | null;
  readonly person: Actor | null;
  readonly routedBefore: boolean;
};

/** The time line alone says this, so that the page knows from its first look what it will show. */
export const handOverOf = (items: readonly TimelineItem[]): HandOver => {
  const last = reasonOf(items, 'assignee');
  const given = last !== null && eventName(last.type) === 'CaseAssigned' ? last : null;
  const routed = items.filter((item) => eventName(item.type) === 'CaseAssigned' && isRouting(item.actor));
  const routedBefore = routed.some((item) => item !== given);
  if (given === null) return { by: null, person: null, routedBefore };
  if (isRouting(given.actor)) return { by: 'routing', person: null, routedBefore };
  return given.actor.kind === 'staff' ? { by: 'person', person: given.actor, routedBefore } : { by: null, person: null, routedBefore };
};
