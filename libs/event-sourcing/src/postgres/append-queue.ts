import type { Appended } from '../event-store.js';
import type { Storable } from '../storable.js';

/** An append that waits for its answer. */
export type Waiting = {
  readonly storable: Storable;
  readonly resolve: (answer: Appended) => void;
  readonly reject: (error: unknown) => void;
};

/** How far streams have got, by {@link streamKey}. */
export type Reached = ReadonlyMap<string, number>;

/**
 * Appends in order of arrival, out of which batches are taken that append to each stream at most once. While a batch is
 * under way, nothing more of its streams is handed out, so that the appends to one stream stay in order. Appends that
 * believe in a revision their stream has left behind can only be refused: all that stand in line go with one batch.
 */
export type AppendQueue = {
  add(waiting: Waiting): void;
  /** Up to `appends` appends with together about `characters` characters of data; empty when none may go. */
  take(appends: number, characters: number): readonly Waiting[];
  /** Lets the streams of a batch that was answered go on. `reached`: the last revision of each, where it is known. */
  release(batch: readonly Waiting[], reached?: Reached): void;
  /** Everything that waits, taken out. */
  drain(): readonly Waiting[];
  size(): number;
};

/** The appends to one stream that wait, and the last revision it is known to have. */
type Line = { readonly waiting: Waiting[]; revision: number };

/** What tells the stream of one append from others. */
export const streamKey = ({ storable }: Waiting): string => `${storable.tenant}/${storable.stream}`;
const weightOf = ({ storable }: Waiting): number => storable.events.reduce((sum, { data }) => sum + data.length, 0);

/**
 * How many at the front of a line go at once: those that are too late, and the first that may not be, unless it is one
 * of their commands: they would have to be told whether that went in.
 */
const inOneGo = ({ waiting, revision }: Line, most: number): number => {
  const known = new Set<string>();
  for (const [before, { storable }] of waiting.entries()) {
    if (before === most) return before;
    const commands = storable.events.map(({ event }) => event.commandId);
    if (!isTooLate(storable, revision)) return before + (before === 0 || !commands.some((command) => known.has(command)) ? 1 : 0);
    commands.forEach((command) => known.add(command));
  }
  return waiting.length;
};

const isTooLate = ({ expected }: Storable, revision: number): boolean => expected >= 0 && expected < revision;

export const appendQueue = (): AppendQueue => {
  const streams = new Map<string, Line>();
  let ready: string[] = [];
  let from = 0;
  let size = 0;

  const add = (waiting: Waiting): void => {
    const key = streamKey(waiting);
    const line = streams.get(key);
    if (line) line.waiting.push(waiting);
    else {
      streams.set(key, { waiting: [waiting], revision: 0 });
      ready.push(key);
    }
    size += 1;
  };

  const take = (appends: number, characters: number): readonly Waiting[] => {
    const batch: Waiting[] = [];
    for (let weight = 0; from < ready.length && batch.length < appends && weight < characters; from += 1) {
      const line = streams.get(ready[from] as string) as Line;
      const next = line.waiting.splice(0, inOneGo(line, appends - batch.length));
      weight += next.reduce((sum, one) => sum + weightOf(one), 0);
      batch.push(...next);
    }
    if (from > 4096) {
      ready = ready.slice(from);
      from = 0;
    }
    size -= batch.length;
    return batch;
  };

  const release = (batch: readonly Waiting[], reached?: Reached): void => {
    for (const key of new Set(batch.map(streamKey))) {
      const line = streams.get(key) as Line;
      if (line.waiting.length === 0) streams.delete(key);
      else {
        line.revision = Math.max(line.revision, reached?.get(key) ?? 0);
        ready.push(key);
      }
    }
  };

  const drain = (): readonly Waiting[] => {
    const all = [...streams.values()].flatMap((line) => line.waiting.splice(0));
    ready.slice(from).forEach((key) => streams.delete(key));
    ready = [];
    from = 0;
    size = 0;
    return all;
  };

  return { add, take, release, drain, size: () => size };
};
