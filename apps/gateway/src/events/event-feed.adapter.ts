import { setTimeout } from 'node:timers/promises';
import type { EventStore, Filter, StoredEvent } from '@onmaru/event-sourcing';
import { eventLine, rawEventLine } from './event-line.js';

export type FeedPorts = {
  /** Personal fields opened. */
  readonly opened: Pick<EventStore, 'readAll' | 'subscribe' | 'head'>;
  /** Personal fields null. */
  readonly withheld: Pick<EventStore, 'readRaw' | 'subscribe' | 'head'>;
};

/** Positions: after `from`, up to `to`; at most `limit` events. */
type Span = { readonly from: number; readonly to: number; readonly limit: number };

type Line = { readonly position: number; readonly text: () => string };

/** How long a quiet stream stays silent before it says that it lives, in milliseconds. */
const HEARTBEAT = 15_000;

/** The log as text for programs and consoles. */
export class EventFeed {
  constructor(private readonly logs: FeedPorts) {}

  /** The last position of the log at this moment, or `upTo` where that comes before it. */
  async end(upTo: number): Promise<number> {
    return Math.min(upTo, await this.logs.withheld.head());
  }

  /** What the log holds after `from` up to the position `to`, a line an event. */
  async *read({ from, to, limit }: Span, filter: Filter, personal: boolean): AsyncIterable<string> {
    let left = limit;
    for (let after = from; after < to && left > 0; ) {
      const { lines, upTo } = await this.page(after, filter, personal);
      const wanted = lines.filter(({ position }) => position <= to).slice(0, left);
      left -= wanted.length;
      if (wanted.length > 0) yield wanted.map(({ text }) => text()).join('');
      after = upTo;
    }
  }

  /** What nobody needs opened goes out as it lies in the log, without being made an object first. */
  private async page(after: number, filter: Filter, personal: boolean): Promise<{ readonly lines: readonly Line[]; readonly upTo: number }> {
    if (!personal) {
      const { events, upTo } = await this.logs.withheld.readRaw(after, filter);
      return { lines: events.map((event) => ({ position: event.position, text: () => `${rawEventLine(event)}\n` })), upTo };
    }
    const { events, upTo } = await this.logs.opened.readAll(after, filter);
    return { lines: events.map((event) => ({ position: event.position, text: () => `${JSON.stringify(eventLine(event))}\n` })), upTo };
  }

  /** What the log holds and whatever it gains, as server-sent events whose id is the position, until `gone`. */
  async *follow(from: number, filter: Filter, personal: boolean, gone: AbortSignal): AsyncIterable<string> {
    const log = personal ? this.logs.opened : this.logs.withheld;
    yield ': following\n\n';
    const pages = log.subscribe(from, filter, gone)[Symbol.asyncIterator]();
    let next = pages.next();
    while (!gone.aborted) {
      const heard = new AbortController();
      const page = await Promise.race([next, quiet(AbortSignal.any([gone, heard.signal]))]);
      heard.abort();
      if (page === 'quiet') {
        yield ': still here\n\n';
        continue;
      }
      if (page.done) return;
      if (page.value.events.length > 0) yield page.value.events.map(frame).join('');
      next = pages.next();
    }
  }
}

const frame = (event: StoredEvent): string => `id: ${event.position}\nevent: event\ndata: ${JSON.stringify(eventLine(event))}\n\n`;

/** Resolves after a silence, or as soon as it is broken. */
const quiet = async (broken: AbortSignal): Promise<'quiet'> => {
  await setTimeout(HEARTBEAT, undefined, { signal: broken }).catch((error: Error) => {
    if (error.name !== 'AbortError') throw error;
  });
  return 'quiet';
};
