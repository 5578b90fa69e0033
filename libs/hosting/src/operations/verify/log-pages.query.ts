import type { EventStore, Position, StoredEvent, Tenancy } from '@onmaru/event-sourcing';

/** Events at a time: everybody else is served between two pages. */
const PAGE = 1000;

export type Stretch = {
  /** The beginning of the log where it is not said. */
  readonly after?: Position;
  readonly upTo: Position;
  /** Null: every tenant's. */
  readonly tenant: string | null;
  readonly categories?: readonly string[];
  readonly stop: AbortSignal;
};

const tenancyOf = (tenant: string | null): Tenancy => (tenant === null ? { everyTenant: true } : { tenant });

/** The events of a stretch of the log, page by page: what is proved is proved from these, never from a snapshot. Throws the reason of `stop` when that aborts. */
export async function* logPages(log: Pick<EventStore, 'readAll'>, { after: from = 0, upTo, tenant, categories, stop }: Stretch): AsyncIterable<readonly StoredEvent[]> {
  for (let after = from; after < upTo; ) {
    stop.throwIfAborted();
    const page = await log.readAll(after, { ...tenancyOf(tenant), ...(categories && { categories }) }, PAGE);
    if (page.upTo <= after) return;
    yield page.upTo > upTo ? page.events.filter(({ position }) => position <= upTo) : page.events;
    after = page.upTo;
  }
}
