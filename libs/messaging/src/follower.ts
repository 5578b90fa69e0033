import type { Position } from '@onmaru/event-sourcing';
import { backOff, pacing, pause, progress, type Log } from '@onmaru/read-models';
import type { Instant } from '@onmaru/time';
import type { Consuming, Lag, Subscription } from './bus.js';
import type { Checkpoints } from './checkpoints.js';
import type { Message } from './message.js';

/** A message on its way; `trouble` says why it could not be made properly. */
export type Item = { readonly message: Message; readonly trouble?: unknown };

/** Which messages a group wants to have. */
export type Wanted = Pick<Subscription, 'topics' | 'withoutHistory'>;

/** Where messages come from, in the order of their positions. */
export type Source = {
  head(): Promise<Position>;
  /** When the first message of a topic after a position came to be; null when there is none. */
  oldest(after: Position, wanted: Wanted): Promise<Instant | null>;
  /** Batches as they come, for ever, until `stop` aborts. Everything up to `upTo` has been looked at. */
  batches(after: Position, wanted: Wanted, stop: AbortSignal): AsyncIterable<{ readonly items: readonly Item[]; readonly upTo: Position }>;
};

/** Lets one of several processes act at a time. */
export type Turn = {
  /** Resolves when it is this process's turn, or when `stop` aborts. */
  wait(stop: AbortSignal): Promise<void>;
  /** Whether it still is. */
  held(): boolean;
  /** Gives it to whoever waits. */
  release(): Promise<void>;
};

/** Who follows a source, and what is done with what comes. */
export type Following = {
  readonly group: string;
  readonly wanted: Wanted;
  /** Items that are taken together. */
  readonly slice: number;
  readonly takeAll: (items: readonly Item[], stop: AbortSignal) => Promise<void>;
  /** Without one every process of the group acts, and the fastest moves the checkpoint. */
  readonly turn?: Turn;
};

/** Milliseconds between two checkpoints while there is more to take: so much may be taken again after a crash. */
const NOTE_EVERY = 20;

/** Takes what `source` brings, slice by slice, and notes how far it has got. */
export const follower = async (source: Source, checkpoints: Checkpoints, following: Following, log: Log): Promise<Consuming> => {
  const { group, wanted, slice: size, takeAll, turn } = following;
  const reached = progress([group]);
  const pace = pacing(reached);
  const stopping = new AbortController();
  let failing: string | undefined;
  // While it waits for its turn or for something new, it is not expected to turn.
  let working: number | undefined;

  /** Takes from the checkpoint on until it is stopped, or somebody else of the group was faster. */
  const follow = async (): Promise<void> => {
    await turn?.wait(stopping.signal);
    if (stopping.signal.aborted) return;
    let noted = await checkpoints.read(group);
    let taken = noted;
    let moment = performance.now();
    reached.set(group, noted);
    /** False when somebody else has moved the checkpoint. */
    const note = async (): Promise<boolean> => {
      if (taken <= noted) return true;
      const moved = await checkpoints.move(group, noted, taken);
      if (moved) [noted, moment] = [taken, performance.now()];
      if (moved) reached.set(group, noted);
      return moved;
    };
    try {
      for await (const { items, upTo } of source.batches(noted, wanted, stopping.signal)) {
        const [came, before] = [performance.now(), taken];
        working = came;
        for (let from = 0; from === 0 || from < items.length; from += size) {
          if (turn?.held() === false) return;
          const slice = items.slice(from, from + size);
          const isLast = from + size >= items.length;
          await takeAll(slice, stopping.signal);
          taken = isLast ? upTo : (slice.at(-1)?.message.position ?? upTo);
          [failing, working] = [undefined, performance.now()];
          if ((isLast || performance.now() - moment >= NOTE_EVERY) && !(await note())) return;
        }
        working = undefined;
        await pace(came, taken - before, stopping.signal);
      }
    } finally {
      working = undefined;
      await note();
    }
    if (!stopping.signal.aborted) throw new Error('the source of messages ended');
  };

  const run = async (): Promise<void> => {
    for (let failures = 0; !stopping.signal.aborted; ) {
      const before = reached.get(group);
      try {
        await follow();
      } catch (error) {
        if (stopping.signal.aborted) return;
        failures = reached.get(group) > before ? 1 : failures + 1;
        failing = error instanceof Error ? error.message : 'unknown';
        log.error({ err: error, group, position: reached.get(group) }, 'a group of consumers stopped and will try again');
        await pause(backOff(failures), stopping.signal);
      }
    }
  };

  /** From the checkpoint, which another process of the group may have moved. */
  const lag = async (): Promise<readonly Lag[]> => {
    const [at, head] = [await checkpoints.read(group), await source.head()];
    return Promise.all(
      wanted.topics.map(async (topic) => {
        const oldest = head > at ? await source.oldest(at, { ...wanted, topics: [topic] }) : null;
        return oldest === null ? { topic, events: 0, seconds: 0 } : { topic, events: head - at, seconds: Math.max(0, (Date.now() - Date.parse(oldest)) / 1000) };
      }),
    );
  };

  const from = await checkpoints.read(group);
  const head = await source.head();
  if (from > head) throw new Error(`group ${group} has taken position ${from}, but the log ends at ${head}: it is another log`);
  reached.set(group, from);
  const running = run();
  return {
    waitFor: (position, timeoutMs) => reached.waitFor(position, timeoutMs),
    reached: () => reached.get(group),
    failing: () => failing,
    lag,
    quietFor: () => (working === undefined ? 0 : performance.now() - working),
    async stop() {
      stopping.abort();
      await running;
      await turn?.release();
      reached.end();
    },
  };
};
