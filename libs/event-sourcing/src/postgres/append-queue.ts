import type { Appended } from '../event-store.js';
import type { Storable } from '../storable.js';

/** An append that waits for its answer. */
export type Waiting = {
  readonly storable: Storable;
  readonly resolve: (answer: Appended) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Appends in order of arrival, out of which batches are taken that hold each stream at most once. While a batch is
 * under way, nothing more of its streams is handed out, so that the appends to one stream stay in order.
 */
export type AppendQueue = {
  add(waiting: Waiting): void;
  /** Up to `appends` appends with together about `characters` characters of data; empty when none may go. */
  take(appends: number, characters: number): readonly Waiting[];
  /** Lets the streams of a batch that was answered go on. */
  release(batch: readonly Waiting[]): void;
  /** Everything that waits, taken out. */
  drain(): readonly Waiting[];
  size(): number;
};

const keyOf = ({ storable }: Waiting): string => `${storable.tenant}/${storable.stream}`;
const weightOf = ({ storable }: Waiting): number => storable.events.reduce((sum, { data }) => sum + data.length, 0);

export const appendQueue = (): AppendQueue => {
  const streams = new Map<string, Waiting[]>();
  let ready: string[] = [];
  let from = 0;
  let size = 0;

  const add = (waiting: Waiting): void => {
    const key = keyOf(waiting);
    const line = streams.get(key);
    if (line) line.push(waiting);
    else {
      streams.set(key, [waiting]);
      ready.push(key);
    }
    size += 1;
  };

  const take = (appends: number, characters: number): readonly Waiting[] => {
    const batch: Waiting[] = [];
    for (let weight = 0; from < ready.length && batch.length < appends && weight < characters; from += 1) {
      const next = streams.get(ready[from] as string)?.shift() as Waiting;
      weight += weightOf(next);
      batch.push(next);
    }
    if (from > 4096) {
      ready = ready.slice(from);
      from = 0;
    }
    size -= batch.length;
    return batch;
  };

  const release = (batch: readonly Waiting[]): void => {
    for (const key of batch.map(keyOf)) {
      if (streams.get(key)?.length === 0) streams.delete(key);
      else ready.push(key);
    }
  };

  const drain = (): readonly Waiting[] => {
    const all = [...streams.values()].flatMap((line) => line.splice(0));
    ready.slice(from).forEach((key) => streams.delete(key));
    ready = [];
    from = 0;
    size = 0;
    return all;
  };

  return { add, take, release, drain, size: () => size };
};
