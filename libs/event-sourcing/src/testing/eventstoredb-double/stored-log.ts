/** An event as the double was given it, and where it put it. */
export type StoredRecord = {
  readonly stream: string;
  readonly revision: number;
  readonly at: number;
  /** In units of 100 ns since 1970. */
  readonly created: bigint;
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly metadata: Uint8Array;
  readonly data: Uint8Array;
};

export type Proposed = Pick<StoredRecord, 'id' | 'type' | 'contentType' | 'metadata' | 'data'>;

/** `taken` also for what was taken before; `wrong` with the true last revision, -1 for none. */
export type Verdict = { readonly outcome: 'taken'; readonly revision: number; readonly at: number } | { readonly outcome: 'wrong'; readonly revision: number } | { readonly outcome: 'deleted' };

export type StoredLog = {
  readonly records: readonly StoredRecord[];
  /** The records that lie there or behind. */
  from(at: number): readonly StoredRecord[];
  stream(name: string): readonly StoredRecord[] | 'deleted';
  /** `after` is the expected revision as the server has it: -1 for none. */
  append(stream: string, after: number, events: readonly Proposed[]): Verdict;
  /** Deletes a stream for good; what it held is still in the log. */
  tombstone(stream: string): void;
  /** Loses a stream's first events, as a limit on its length does. */
  truncate(stream: string, before: number): void;
  /** Loses everything from the last event on, as a restored older copy does. */
  forgetLast(): void;
  /** Resolves when there are more records than `count`. */
  grown(count: number): Promise<void>;
};

const OVERHEAD = 100;
/** So many of our events come between two of the server's own. */
const EVERY = 5;

/** What an EventStoreDB keeps, as far as a log of ours asks of it: exact revisions, and repeats that are known by their ids. */
export const storedLog = (now: () => number = Date.now): StoredLog => {
  const records: StoredRecord[] = [];
  const streams = new Map<string, StoredRecord[]>();
  const deleted = new Set<string>();
  let waiting: (() => void)[] = [];
  let end = 0;

  const write = (stream: string, events: readonly Proposed[]): StoredRecord => {
    const own = streams.get(stream) ?? [];
    streams.set(stream, own);
    for (const event of events) {
      const record = { ...event, stream, revision: (own.at(-1)?.revision ?? -1) + 1, at: end, created: BigInt(now()) * 10_000n };
      end += OVERHEAD + event.data.length;
      own.push(record);
      records.push(record);
    }
    const woken = waiting;
    waiting = [];
    woken.forEach((wake) => wake());
    return own.at(-1) as StoredRecord;
  };

  const writeOwn = (): void => void write('$$$stats', [{ id: crypto.randomUUID(), type: '$statsCollected', contentType: 'application/octet-stream', metadata: new Uint8Array(), data: new Uint8Array(8) }]);

  return {
    records,
    from(at) {
      let [low, high] = [0, records.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((records[middle] as StoredRecord).at < at) low = middle + 1;
        else high = middle;
      }
      return records.slice(low);
    },
    stream: (name) => (deleted.has(name) ? 'deleted' : (streams.get(name) ?? [])),
    append(stream, after, events) {
      if (deleted.has(stream)) return { outcome: 'deleted' };
      const own = streams.get(stream) ?? [];
      const last = own.at(-1)?.revision ?? -1;
      if (after < last) {
        const repeated = events.map(({ id }, n) => own.find((record) => record.revision === after + 1 + n && record.id === id));
        const known = repeated.at(-1);
        return repeated.every((one) => one) && known ? { outcome: 'taken', revision: known.revision, at: known.at } : { outcome: 'wrong', revision: last };
      }
      if (after > last) return { outcome: 'wrong', revision: last };
      if (records.length % EVERY === 0) writeOwn();
      const { revision, at } = write(stream, events);
      return { outcome: 'taken', revision, at };
    },
    tombstone: (stream) => void deleted.add(stream),
    truncate: (stream, before) => void streams.set(stream, (streams.get(stream) ?? []).filter(({ revision }) => revision >= before)),
    forgetLast() {
      const gone = records.pop();
      if (gone) streams.get(gone.stream)?.pop();
    },
    grown: (count) => (records.length > count ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
};
