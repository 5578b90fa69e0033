import type { StoredEvent } from '@onmaru/event-sourcing';

/** An id that is the `n`th of its kind. */
export const idOf = (n: number): string => `018f0000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** A sound event at `position`; revision and the rest may be said otherwise. */
export const eventAt = (position: number, more: Partial<StoredEvent> = {}): StoredEvent => ({
  id: idOf(position),
  type: 'cases.NoteAdded.v1',
  occurredAt: '2026-03-01T09:00:00.000Z',
  data: {},
  actor: { kind: 'staff', id: 'mina' },
  commandId: `c${position}`,
  correlationId: 'r',
  tenant: 'demo',
  stream: 'case-1',
  revision: position,
  position,
  recordedAt: '2026-03-01T09:00:00.000Z',
  ...more,
});
