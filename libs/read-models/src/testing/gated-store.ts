import type { EventStore } from '@onmaru/event-sourcing';

/** What a log that is read a few events at a time waits for before each page, and how many pages were read. */
export type Gate = { closed: Promise<void> | null; pages: number };

/** A log that is read five events at a time, and only while its gate is open. */
export const gatedStore = (store: EventStore, gate: Gate): EventStore => ({
  ...store,
  async readAll(after, filter) {
    gate.pages += 1;
    await gate.closed;
    return store.readAll(after, filter, 5);
  },
});
