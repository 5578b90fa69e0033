import type { Position, Revision, StoredEvent } from '@onmaru/event-sourcing';
import { findings, type Check } from './findings.js';

/** An answer to whoever asked how a stream stood at `asked` or later. */
export type Read = {
  readonly tenant: string;
  readonly stream: string;
  /** The position that the answer must have reached. */
  readonly asked: Position;
  /** The revision that it showed; 0 where it showed none. */
  readonly revision: Revision;
  /** Shows no revision: 1 is that the stream is there. */
  readonly presence?: true;
};

export type ReadsCheck = { see(event: StoredEvent): void; end(reads: Iterable<Read>): Check };

/** Reads: no answer is older than the position that it was asked for. */
export const readsCheck = (): ReadsCheck => {
  const found = findings('reads');
  const streams = new Map<string, Position[]>();

  /** Events of a stream up to a position: the revision it had there. */
  const revisionAt = (positions: readonly Position[], asked: Position): Revision => {
    let [from, to] = [0, positions.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((positions[middle] as Position) <= asked) from = middle + 1;
      else to = middle;
    }
    return from;
  };

  return {
    see({ tenant, stream, position }) {
      const name = `${tenant}\n${stream}`;
      const positions = streams.get(name);
      if (positions) positions.push(position);
      else streams.set(name, [position]);
    },
    end(reads) {
      for (const { tenant, stream, asked, revision, presence } of reads) {
        const least = revisionAt(streams.get(`${tenant}\n${stream}`) ?? [], asked);
        found.count();
        if (revision < (presence ? Math.min(1, least) : least)) found.breach({ what: 'older-than-asked', tenant, stream, position: asked });
      }
      return found.check();
    },
  };
};
