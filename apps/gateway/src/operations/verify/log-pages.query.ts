import type { EventStore, Position, StoredEvent, Tenancy } from '@onmaru/event-sourcing';

export type Stretch = { readonly upTo: Position; readonly tenant: string | null; readonly categories?: readonly string[]; readonly stop: AbortSignal };

export const tenancyOf = (tenant: string | null): Tenancy => (tenant === null ? { everyTenant: true } : { tenant });

/** The events of the log from its beginning up to a position, page by page. Throws the reason of `stop` when that aborts. */
export async function* logPages(log: EventStore, { upTo, tenant, categories, stop }: Stretch): AsyncIterable<readonly StoredEvent[]> {
  for (let after: Position = 0; after < upTo; ) {
    stop.throwIfAborted();
    const page = await log.readAll(after, { ...tenancyOf(tenant), ...(categories && { categories }) });
    if (page.upTo <= after) return;
    yield page.upTo > upTo ? page.events.filter(({ position }) => position <= upTo) : page.events;
    after = page.upTo;
  }
}
