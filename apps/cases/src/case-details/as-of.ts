import type { StoredEvent } from '@onmaru/event-sourcing';
import { elapsed, type Instant } from '@onmaru/time';

/** A moment of the world, or a position of the log. */
export type Moment = { readonly instant: Instant } | { readonly position: number };

/** A stream as it stood: up to its last event that had happened by the instant, or that the log knew at the position. */
export const asOf = <E extends Pick<StoredEvent, 'occurredAt' | 'position'>>(stream: readonly E[], moment: Moment): readonly E[] => {
  const last = stream.findLastIndex((event) =>
    'instant' in moment ? elapsed(event.occurredAt, moment.instant) >= 0 : event.position <= moment.position,
  );
  return stream.slice(0, last + 1);
};
