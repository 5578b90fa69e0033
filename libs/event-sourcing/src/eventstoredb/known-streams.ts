import type { Revision, StoredEvent } from '../event.js';
import type { Result, Standing } from '../verdict.js';

/** How streams stood when they were last looked at. What a stream holds never changes, so this can be behind and never wrong. */
export type KnownStreams = {
  find(tenant: string, stream: string): Standing | null;
  /** Takes in events of a stream, in order, from behind a revision that is known. Others are left alone. */
  learn(tenant: string, stream: string, after: Revision, events: readonly Pick<StoredEvent, 'commandId' | keyof Result>[]): Standing;
};

type Known = { revision: Revision; readonly lastOf: Map<string, Result> };

/** So many commands are remembered, of streams that were used last. */
const MOST = 200_000;

export const knownStreams = (most = MOST): KnownStreams => {
  const streams = new Map<string, Known>();
  let commands = 0;

  const forget = (): void => {
    for (const [key, { lastOf }] of streams) {
      if (commands <= most || streams.size === 1) return;
      commands -= lastOf.size;
      streams.delete(key);
    }
  };

  /** The stream as the one that was used last. */
  const used = (key: string): Known | undefined => {
    const known = streams.get(key);
    if (known) {
      streams.delete(key);
      streams.set(key, known);
    }
    return known;
  };

  return {
    find: (tenant, stream) => used(`${tenant}/${stream}`) ?? null,
    learn(tenant, stream, after, events) {
      const key = `${tenant}/${stream}`;
      const known = used(key) ?? { revision: 0, lastOf: new Map<string, Result>() };
      if (after > known.revision || events.length === 0) return known;
      const before = known.lastOf.size;
      for (const { commandId, commandHash, revision, position, recordedAt } of events) {
        if (revision <= known.revision) continue;
        known.lastOf.set(commandId, { revision, position, recordedAt, ...(commandHash !== undefined && { commandHash }) });
        known.revision = revision;
      }
      streams.set(key, known);
      commands += known.lastOf.size - before;
      forget();
      return known;
    },
  };
};
