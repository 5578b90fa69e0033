import type { Position, StoredEvent } from '@onmaru/event-sourcing';
import { findings, type Check } from './findings.js';
import { idSet } from './id-set.js';
import type { Sighting } from './stream-book.js';

export type StreamsCheck = {
  see(event: StoredEvent, sighting: Sighting): void;
  /** `head`: where the log ends; not asked of one tenant's part, whose positions have gaps. */
  end(head: Position): Check;
};

/**
 * I2: revisions and positions have no gaps, no id stands twice, every event names what it belongs to and a cause that
 * is there before it, and time never runs backwards in the log. `whole`: the events are every tenant's.
 */
export const streamsCheck = (whole: boolean): StreamsCheck => {
  const found = findings('I2');
  const ids = idSet();
  let position: Position = 0;
  let recordedAt = '';

  const placeOf = ({ tenant, stream, position: at }: StoredEvent) => ({ tenant, stream, position: at });

  return {
    see(event, { previous, firstTenant }) {
      const breach = (what: string): void => found.breach({ what, ...placeOf(event) });
      found.count();
      if (whole ? event.position !== position + 1 : event.position <= position) breach('position-gap');
      if (event.revision !== previous + 1) breach('revision-gap');
      if (previous === 0 && event.tenant !== firstTenant) breach('stream-changes-tenant');
      if (event.causationId !== undefined && !ids.has(event.causationId)) breach('cause-unknown');
      const added = ids.add(event.id);
      if (added !== 'added') breach(added === 'unreadable' ? 'id-unreadable' : 'id-twice');
      if (!event.correlationId) breach('correlation-missing');
      if (!isInstant(event.occurredAt) || !isInstant(event.recordedAt)) breach('time-unreadable');
      if (event.recordedAt < recordedAt) breach('recorded-earlier');
      position = event.position;
      recordedAt = event.recordedAt;
    },
    end(head) {
      if (whole && position !== head) found.breach({ what: 'position-gap', position: head });
      return found.check();
    },
  };
};

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

const isInstant = (text: string): boolean => INSTANT.test(text) && !Number.isNaN(Date.parse(text));
