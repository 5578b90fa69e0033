import type { StoredEvent } from '@onmaru/event-sourcing';

/** Stored types by which a person is erased; the id in their stream's name is the subject. */
export const ERASURE_TYPES: readonly string[] = ['identity.CustomerErased.v1'];

/** Category of the streams in which erasures happen. */
export const ERASURE_CATEGORY = 'customer';

/** Who is erased by this event; null when nobody is. */
export const erasedSubject = ({ type, stream }: StoredEvent): string | null =>
  ERASURE_TYPES.includes(type) ? stream.slice(stream.indexOf('-') + 1) : null;
