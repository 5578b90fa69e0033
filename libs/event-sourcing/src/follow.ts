import { PAGE_SIZE, type EventStore, type Filter, type Page } from './event-store.js';
import type { Position } from './event.js';
import { heard } from './heard.js';
import { LogError } from './log-error.js';

type Source = Pick<EventStore, 'readAll' | 'head'> & {
  /** Resolves when the log has grown beyond `position`, or when `stop` aborts. */
  readonly grown: (position: Position, stop: AbortSignal) => Promise<void>;
};

/** Throws when `after` cannot be a checkpoint of a log that ends at `head`. */
export const ensureWithin = (after: Position, head: Position): void => {
  if (after <= head) return;
  throw new LogError('foreign-checkpoint', `The log ends at position ${head}; position ${after} was noted from another log, or from a later state of this one.`);
};

/** Pages of a source as they come, for ever, until `stop` aborts. While a long way is to go, the next is on its way while one is worked on. */
export async function* follow({ readAll, head, grown }: Source, after: Position, filter: Filter, stop: AbortSignal): AsyncGenerator<Page, void> {
  if (stop.aborted) return;
  ensureWithin(after, await head());
  let next: Promise<Page> | null = null;
  for (let reached = after; !stop.aborted; ) {
    const page: Page = await (next ?? readAll(reached, filter));
    if (stop.aborted) return;
    next = page.upTo - reached < PAGE_SIZE ? null : heard(readAll(page.upTo, filter));
    if (page.upTo === reached) await grown(reached, stop);
    else yield page;
    reached = page.upTo;
  }
}
