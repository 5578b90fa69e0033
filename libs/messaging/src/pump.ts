import { silent, type Log } from '@onmaru/read-models';
import type { Consuming, Subscription } from './bus.js';
import type { Checkpoints } from './checkpoints.js';
import { follower, type Item, type Source } from './follower.js';
import { inKeyOrder } from './key-order.js';
import { chance, shuffled } from './shuffle.js';

export type PumpOptions = {
  /** Keys that are worked on at once. */
  readonly concurrency?: number;
  /** For tests: mixes the order between keys, and delivers everything once more, also after what is newer. */
  readonly shuffle?: { readonly seed: number };
  readonly log?: Log;
};

/** Keys that are worked on at once unless it is said otherwise. */
export const CONCURRENCY = 16;
/** Messages that are taken together. */
const SLICE = 200;

type Delivery = { readonly tenant: string; readonly key: string; readonly take: () => Promise<void> };

/** Delivers what `source` brings to one group, slice by slice, and notes how far it has got. */
export const pump = (source: Source, checkpoints: Checkpoints, subscription: Subscription, options: PumpOptions): Promise<Consuming> => {
  const { group, deliver, undeliverable } = subscription;
  const { concurrency = CONCURRENCY, shuffle, log = silent } = options;
  const random = chance(shuffle?.seed ?? 0);
  let echo: readonly Delivery[] = [];

  const takeAll = async (items: readonly Item[], stop: AbortSignal): Promise<void> => {
    const all = items.map(({ message, trouble }): Delivery => ({
      tenant: message.tenant,
      key: message.key,
      take: () => {
        stop.throwIfAborted();
        return trouble === undefined ? deliver(message) : undeliverable(message, trouble);
      },
    }));
    if (!shuffle) return inKeyOrder(all, concurrency, ({ take }) => take());
    for (const { take } of [...shuffled(all, random), ...shuffled(echo, random), ...shuffled(all, random)]) await take();
    echo = all;
  };

  return follower(source, checkpoints, { group, wanted: subscription, slice: SLICE, takeAll }, log);
};
