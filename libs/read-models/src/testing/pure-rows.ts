import type { StoredEvent } from '@onmaru/event-sourcing';
import { keyFor, keyOf } from '../keys.js';
import { reading } from '../reading.js';
import { rowStore, type RowKey } from '../row-store.js';
import { tableOf } from '../table.js';
import type { AnyView } from '../view.js';
import type { Laboratory } from './laboratory.js';

type Rows = ReadonlyMap<string, { readonly at: RowKey; readonly row: object | null }>;

/** What the events add up to in this order, by nothing but the view's own fold. */
export const pureRows = (view: AnyView, events: readonly StoredEvent[]): Rows => {
  const read = reading(view.of.events);
  const rows = new Map<string, { at: RowKey; row: object | null }>();
  for (const stored of events) {
    const event = read(stored);
    const key = event && keyFor(view, event);
    if (event === null || key === null) continue;
    const at = { tenant: event.tenant, key: keyOf(key) };
    const id = JSON.stringify(at);
    rows.set(id, { at, row: view.fold(rows.get(id)?.row ?? null, event) });
  }
  return rows;
};

const sorted = (row: object | null): string => JSON.stringify(row && Object.fromEntries(Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1))));

/** Rows of a view's table that are not what the whole log says, `tenant key` each, and how many more rows the table has than the log knows of. */
export const drift = async ({ store, pool, rows: ask }: Laboratory, view: AnyView): Promise<readonly string[]> => {
  const expected = [...pureRows(view, (await store.readAll(0, { everyTenant: true }, Infinity)).events).values()];
  const table = await tableOf(pool, view, 'cases');
  const client = await pool.connect();
  const found = await rowStore(table).load(client, expected.map(({ at }) => at)).finally(() => client.release());
  const [counted] = await ask(`SELECT count(*)::int AS n FROM ${table.schema}.${table.name}`);
  const more = Number(counted?.['n']) - expected.filter(({ row }) => row).length;
  const differing = expected.filter(({ row }, n) => sorted(row) !== sorted(found[n] ?? null)).map(({ at }) => `${at.tenant} ${at.key.join(' ')}`);
  return more > 0 ? [...differing, `${more} more`] : differing;
};

/** The same events in an order that chance decides between streams, each stream in its own order. */
export const interleaved = (events: readonly StoredEvent[], chance: () => number): readonly StoredEvent[] => {
  const streams = [...Map.groupBy(events, ({ tenant, stream }) => `${tenant}/${stream}`).values()].map((own) => own.values());
  const order: StoredEvent[] = [];
  while (streams.length > 0) {
    const turn = Math.floor(chance() * streams.length);
    const next = streams[turn]?.next();
    if (next?.value) order.push(next.value);
    else streams.splice(turn, 1);
  }
  return order;
};

/** Rows of a view that come out otherwise when streams are read in another order beside each other: `tenant key` each. */
export const dependentOnOrder = (view: AnyView, events: readonly StoredEvent[], chance: () => number): readonly string[] => {
  const expected = pureRows(view, events);
  const other = pureRows(view, interleaved(events, chance));
  return [...expected].filter(([id, { row }]) => sorted(row) !== sorted(other.get(id)?.row ?? null)).map(([, { at }]) => `${at.tenant} ${at.key.join(' ')}`);
};
