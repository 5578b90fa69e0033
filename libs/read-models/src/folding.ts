import { recorded, type Recorded, type StoredEvent } from '@onmaru/event-sourcing';
import type { PoolClient } from 'pg';
import type { NewlyParked } from './bookkeeping.js';
import { erasedSubject } from './erasure.js';
import { keyFor, keyOf, offering } from './offering.js';
import type { Change, RowKey, RowStore } from './row-store.js';
import type { Column } from './table.js';
import type { AnyView, Key } from './view.js';

type Row = Readonly<Record<string, unknown>>;
type Held = RowKey & { row: object | null; changed: boolean };
type Offered = { readonly event: Recorded; readonly key: Exclude<Key, null>; readonly id: string };
type Stream = { readonly tenant: string; readonly stream: string };

const named = ({ tenant, stream }: Stream): string => `${tenant}/${stream}`;

/** Why an event cannot be folded, without the values it holds: they may be personal. */
export const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error ? `${String(error.code)} ${error.message.replace(/:? ".*$/s, '')}` : error.message;
};

/** Rows of one view in memory while events are folded into them. */
export type Folding = {
  /** Folds `events`, in order; answers the streams that it had to park on the way. */
  take(client: PoolClient, events: readonly StoredEvent[]): Promise<readonly NewlyParked[]>;
  /** Writes what has changed and goes on holding it. */
  flush(client: PoolClient): Promise<void>;
  /** Lets go of every row; they are loaded again where they are needed. */
  forget(): void;
  readonly held: number;
};

/**
 * `empty`: the table holds nothing yet, so that nothing needs to be loaded before `forget`. Streams in `parked` are
 * skipped. `wanted` leaves out events of other rows.
 */
export const folding = (
  view: AnyView,
  key: readonly Column[],
  rows: RowStore,
  options: { readonly parked: readonly Stream[]; readonly empty?: boolean; readonly wanted?: (at: RowKey) => boolean },
): Folding => {
  const offers = offering(view);
  const held = new Map<string, Held>();
  /** Streams that are parked, and from which position on. */
  const skipped = new Map(options.parked.map((stream) => [named(stream), 0]));
  let empty = options.empty ?? false;

  const park = (parked: NewlyParked[], { tenant, stream, position }: StoredEvent | Recorded, error: unknown): void => {
    skipped.set(named({ tenant, stream }), position);
    parked.push({ tenant, stream, position, reason: reasonOf(error) });
  };

  const isSkipped = (event: StoredEvent | Recorded): boolean =>
    skipped.size > 0 && (skipped.get(named(event)) ?? Infinity) < event.position;

  const read = (events: readonly StoredEvent[], parked: NewlyParked[]): Offered[] => {
    const offered: Offered[] = [];
    for (const stored of events) {
      if (isSkipped(stored)) continue;
      try {
        if (!offers(stored)) continue;
        const event = recorded(view.of.events, stored);
        const key = keyFor(view, event);
        if (key === null || options.wanted?.({ tenant: event.tenant, key: keyOf(key) }) === false) continue;
        offered.push({ event, key, id: `${event.tenant}\u0000${typeof key === 'string' ? key : key.join('\u0000')}` });
      } catch (error) {
        park(parked, stored, error);
      }
    }
    return offered;
  };

  const load = async (client: PoolClient, offered: readonly Offered[]): Promise<void> => {
    const missing: Held[] = [];
    for (const { event, key, id } of offered) {
      if (held.has(id)) continue;
      const slot = { tenant: event.tenant, key: keyOf(key), row: null, changed: false };
      held.set(id, slot);
      missing.push(slot);
    }
    if (empty || missing.length === 0) return;
    const found = await rows.load(client, missing);
    missing.forEach((slot, place) => (slot.row = found[place] ?? null));
  };

  const belongsTo = (row: Row, { tenant, key: values }: Held): boolean => {
    for (const [place, { property }] of key.entries()) if (String(row[property]) !== values[place]) return false;
    return row.tenant === tenant;
  };

  const fold = ({ event, id }: Offered): void => {
    const slot = held.get(id);
    if (!slot) throw new Error(`row ${id} was not loaded`);
    const next = view.fold(slot.row, event) as Row | null;
    if (next === slot.row) return;
    if (next && !belongsTo(next, slot)) throw new Error(`${view.name} answered a row of another tenant or key`);
    slot.row = next && Object.freeze(next);
    slot.changed = true;
  };

  const flush = async (client: PoolClient): Promise<void> => {
    const changes: Change[] = [];
    for (const slot of held.values()) {
      if (!slot.changed) continue;
      changes.push({ tenant: slot.tenant, key: slot.key, row: slot.row });
      slot.changed = false;
    }
    if (changes.length > 0) await rows.write(client, changes);
  };

  const erase = async (client: PoolClient, tenant: string, subject: string): Promise<void> => {
    const { personal } = view;
    if (!personal) return;
    await flush(client);
    await rows.erase(client, tenant, subject);
    const nothing = Object.fromEntries(personal.columns.map((column) => [column, null]));
    for (const slot of held.values()) {
      const row = slot.row as Row | null;
      if (!row || slot.tenant !== tenant || row[personal.subject] !== subject) continue;
      slot.row = Object.freeze({ ...row, ...nothing });
      slot.changed = true;
    }
  };

  return {
    async take(client, events) {
      const parked: NewlyParked[] = [];
      const erasures: number[] = [];
      if (view.personal) for (const [place, event] of events.entries()) if (erasedSubject(event) !== null) erasures.push(place);
      let done = 0;
      for (const place of [...erasures, events.length]) {
        const offered = read(events.slice(done, place + 1), parked);
        await load(client, offered);
        for (const one of offered) {
          if (isSkipped(one.event)) continue;
          try {
            fold(one);
          } catch (error) {
            park(parked, one.event, error);
          }
        }
        const erasure = events[place];
        const subject = erasure && erasedSubject(erasure);
        if (erasure && subject) await erase(client, erasure.tenant, subject);
        done = place + 1;
      }
      return parked;
    },
    flush,
    forget() {
      held.clear();
      empty = false;
    },
    get held() {
      return held.size;
    },
  };
};
