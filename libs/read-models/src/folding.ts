import type { StoredEvent } from '@onmaru/event-sourcing';
import type { PoolClient } from 'pg';
import type { NewlyParked } from './bookkeeping.js';
import { erasedSubject } from './erasure.js';
import { keyOf, offering, recorded } from './recorded.js';
import type { Change, RowKey, RowStore } from './row-store.js';
import type { Column } from './table.js';
import type { AnyView, Recorded } from './view.js';

type Row = Readonly<Record<string, unknown>>;
type Held = RowKey & { row: object | null; changed: boolean };
type Offered = { readonly event: Recorded; readonly at: RowKey; readonly id: string };
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

  const read = (events: readonly StoredEvent[], parked: NewlyParked[]): Offered[] => {
    const offered: Offered[] = [];
    for (const stored of events) {
      if (skipped.has(named(stored))) continue;
      try {
        if (!offers(stored)) continue;
        const event = recorded(view, stored);
        const answer = view.key(event);
        if (answer === null) continue;
        const at = { tenant: event.tenant, key: keyOf(answer) };
        if (!options.wanted || options.wanted(at)) offered.push({ event, at, id: [at.tenant, ...at.key].join('\u0000') });
      } catch (error) {
        park(parked, stored, error);
      }
    }
    return offered;
  };

  const load = async (client: PoolClient, offered: readonly Offered[]): Promise<void> => {
    const missing = new Map(offered.filter(({ id }) => !held.has(id)).map(({ id, at }) => [id, at]));
    if (missing.size === 0) return;
    const keys = [...missing.values()];
    const found = empty ? [] : await rows.load(client, keys);
    [...missing].forEach(([id, at], place) => held.set(id, { ...at, row: found[place] ?? null, changed: false }));
  };

  const fold = ({ event, id }: Offered): void => {
    const slot = held.get(id);
    if (!slot) throw new Error(`row ${id} was not loaded`);
    const next = view.fold(slot.row, event) as Row | null;
    if (next === slot.row) return;
    const own = !next || (next.tenant === slot.tenant && key.every(({ property }, place) => String(next[property]) === slot.key[place]));
    if (!own) throw new Error(`${view.name} answered a row of another tenant or key`);
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
      const erasures = view.personal ? events.flatMap((event, place) => (erasedSubject(event) === null ? [] : [place])) : [];
      let done = 0;
      for (const place of [...erasures, events.length]) {
        const offered = read(events.slice(done, place + 1), parked);
        await load(client, offered);
        for (const one of offered) {
          if ((skipped.get(named(one.event)) ?? Infinity) < one.event.position) continue;
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
