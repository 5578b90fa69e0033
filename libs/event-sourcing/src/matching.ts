import { instant } from '@onmaru/time';
import type { Filter } from './event-store.js';
import type { StoredEvent } from './event.js';

/** Whether an event meets every part of a filter. */
export const matching = (filter: Filter): ((event: StoredEvent) => boolean) => {
  const since = filter.since && instant(filter.since);
  const until = filter.until && instant(filter.until);
  return (event) =>
    ('everyTenant' in filter || event.tenant === filter.tenant) &&
    (!filter.categories || filter.categories.includes(event.stream.slice(0, event.stream.indexOf('-')))) &&
    (!filter.types || filter.types.includes(event.type)) &&
    (!filter.stream || event.stream === filter.stream) &&
    (!since || event.occurredAt >= since) &&
    (!until || event.occurredAt <= until) &&
    !(filter.withoutHistory && event.actor.kind === 'external');
};
