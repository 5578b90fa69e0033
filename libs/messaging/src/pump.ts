import type { Position } from '@onmaru/event-sourcing';
import { backOff, pacing, pause, progress, silent, type Log } from '@onmaru/read-models';
import type { Consuming, Subscription } from './bus.js';
import type { Checkpoints } from './checkpoints.js';
import { inKeyOrder } from './key-order.js';
import type { Message } from './message.js';
import { chance, shuffled } from './shuffle.js';

/** A message on its way; `trouble` says why it could not be made properly. */
export type Item = { readonly message: Message; readonly trouble?: unknown };

/** Which messages a group wants to have. */
export type Wanted = Pick<Subscription, 'topics' | 'withoutHistory'>;

/** Where messages come from, in the order of their positions. */
export type Source = {
  head(): Promise<Position>;
  /** Batches as they come, for ever, until `stop` aborts. Everything up to `upTo` has been looked at. */
  batches(after: Position, wanted: Wanted, stop: AbortSignal): AsyncIterable<{ readonly items: readonly Item[]; readonly upTo: Position }>;
};

export type PumpOptions = {
  /** Keys that are worked on at once. */
  readonly concurrency?: number;
  /** For tests: mixes the order between keys, and delivers everything once more, also after what is newer. */
  readonly shuffle?: { readonly seed: number };
  readonly log?: Log;
};

const CONCURRENCY = 16;
/** Messages that are taken together. */
const SLICE = 200;
/** Milliseconds between two checkpoints while there is more to take: so much may be delivered again after a crash. */
const NOTE_EVERY = 20;

type Delivery = { readonly tenant: string; readonly key: string; readonly take: () => Promise<void> };

/** Delivers what `source` brings to one group, slice by slice, and notes how far it has got. */
export const pump = async (source: Source, checkpoints: Checkpoints, subscription: Subscription, options: PumpOptions): Promise<Consuming> => {
  const { group, deliver, undeliverable } = subscription;
  const { concurrency = CONCURRENCY, shuffle, log = silent } = options;
  const random = chance(shuffle?.seed ?? 0);
  const reached = progress([group]);
  const pace = pacing(reached);
  const stopping = new AbortController();
  let failing: string | undefined;
  let echo: readonly Delivery[] = [];

  const delivery = ({ message, trouble }: Item): Delivery => ({
    tenant: message.tenant,
    key: message.key,
    take: () => {
      stopping.signal.throwIfAborted();
      return trouble === undefined ? deliver(message) : undeliverable(message, trouble);
    },
  });

  const takeAll = async (items: readonly Item[]): Promise<void> => {
    const all = items.map(delivery);
    if (!shuffle) return inKeyOrder(all, concurrency, ({ take }) => take());
    for (const { take } of [...shuffled(all, random), ...shuffled(echo, random), ...shuffled(all, random)]) await take();
    echo = all;
  };

  /** Delivers from the checkpoint on until the group is stopped, or somebody else of the group was faster. */
  const follow = async (): Promise<void> => {
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
      for await (const { items, upTo } of source.batches(noted, subscription, stopping.signal)) {
        const [came, before] = [performance.now(), taken];
        for (let from = 0; from === 0 || from < items.length; from += SLICE) {
          const slice = items.slice(from, from + SLICE);
          const isLast = from + SLICE >= items.length;
          await takeAll(slice);
          taken = isLast ? upTo : (slice.at(-1)?.message.position ?? upTo);
          failing = undefined;
          if ((isLast || performance.now() - moment >= NOTE_EVERY) && !(await note())) return;
        }
        await pace(came, taken - before, stopping.signal);
      }
    } finally {
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

  const from = await checkpoints.read(group);
  const head = await source.head();
  if (from > head) throw new Error(`group ${group} has taken position ${from}, but the log ends at ${head}: it is another log`);
  reached.set(group, from);
  const running = run();
  return {
    waitFor: (position, timeoutMs) => reached.waitFor(position, timeoutMs),
    reached: () => reached.get(group),
    failing: () => failing,
    async stop() {
      stopping.abort();
      await running;
      reached.end();
    },
  };
};
