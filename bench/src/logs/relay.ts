import type { EventStore } from '@onmaru/event-sourcing';
import { messageOf, type Message, type Publication } from '@onmaru/messaging';
import { SOUND, type Counters } from '../bench.js';

/** `way`: over the bus as it is, or by a bare loop that makes the same messages. */
export type RelayTask = { readonly url: string; readonly upTo: number; readonly way: 'bus' | 'loop' };
/** Messages per second, and what was wrong with them. */
export type RelayResult = { readonly rate: number; readonly counters: Counters };

/** What other contexts hear of the log: every event under a public name. */
export const NOTES: Publication = { topic: 'case-events', category: 'case', publish: ({ type, data }) => ({ type: `cases.${type.split('.')[1]}.v1`, data }) };

/** Takes messages and sees whether each comes once, in the order of its key. */
export const sink = () => {
  const last = new Map<string, number>();
  let [taken, outOfOrder] = [0, 0];
  return {
    take({ key, position }: Message): void {
      taken += 1;
      if ((last.get(key) ?? 0) >= position) outOfOrder += 1;
      last.set(key, position);
    },
    counters: (sent: number): Counters => ({ ...SOUND, lost: Math.max(0, sent - taken), doubled: Math.max(0, taken - sent), outOfOrder }),
    get taken() {
      return taken;
    },
  };
};

/** The limit: reads, makes messages, hands them over; notes nothing and waits for nothing. */
export const bareLoop = async (store: EventStore, upTo: number, take: (message: Message) => void): Promise<void> => {
  for (let after = 0; after < upTo; ) {
    const page = await store.readAll(after, { everyTenant: true, categories: [NOTES.category] });
    for (const event of page.events) {
      const message = messageOf(NOTES, event);
      if (message) take(message);
    }
    after = page.upTo;
  }
};
