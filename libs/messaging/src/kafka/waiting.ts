import type { Lag } from '../bus.js';
import type { Part } from './standing.js';

/** The end of a partition, and the moment at which it was seen to be there. */
type Seen = { readonly end: number; readonly at: number };

/** Ends of one partition that are remembered; of a group that stands still for long, fewer. */
const MOST = 1_000;

/** Tells for how long what a group has still to take has been there, from one look to the next. Moments are in milliseconds. */
export const waiting = () => {
  const ends = new Map<string, readonly Seen[]>();
  const nameOf = ({ topic, partition }: Part): string => `${topic}/${partition}`;
  let last: readonly Part[] = [];
  return {
    note(parts: readonly Part[], now: number): void {
      last = parts;
      for (const part of parts) {
        const before = ends.get(nameOf(part)) ?? [];
        const seen = before.at(-1)?.end === part.end ? before : [...before, { end: part.end, at: now }];
        // One that is taken whole says nothing any more; but the newest says that nothing is new.
        const kept = seen.filter(({ end }, n) => end > part.taken || n === seen.length - 1);
        ends.set(nameOf(part), kept.length > MOST ? kept.filter((_, n) => n % 2 === 0 || n === kept.length - 1) : kept);
      }
    },
    lag(topic: string, now: number): Lag {
      const behind = last.filter((part) => part.topic === topic && part.taken < part.end);
      const oldest = behind.flatMap((part) => (ends.get(nameOf(part)) ?? []).find(({ end }) => end > part.taken)?.at ?? []);
      return { topic, events: behind.reduce((sum, { end, taken }) => sum + end - taken, 0), seconds: behind.length === 0 ? 0 : (now - Math.min(...oldest)) / 1000 };
    },
  };
};
