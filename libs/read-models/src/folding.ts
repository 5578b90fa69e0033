import type { Recorded, StoredEvent } from '@onmaru/event-sourcing';
import type { Pool, PoolClient } from 'pg';
import type { BoundView } from './bound-view.js';
import type { NewlyParked } from './bookkeeping.js';
import { erasedSubject } from './erasure.js';
import { keyFor, keyOf } from './keys.js';
import type { Batch, Change, Erased, RowKey } from './row-store.js';

type Row = Readonly<Record<string, unknown>>;
/** `stored`: the table may hold it; `at`: the page that touched it last. */
type Held = RowKey & { row: object | null; changed: boolean; stored: boolean; at: number };
/** An event with the row that it changes; without a row it erases somebody. */
type Step = { readonly event: Recorded; readonly slot: Held } | { readonly event: StoredEvent; readonly slot: null };
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
  take(client: Pool | PoolClient, events: readonly StoredEvent[]): Promise<readonly NewlyParked[]>;
  /** What has changed since it was drained last; it must be written before rows are loaded again. */
  drain(): Batch;
  /** Lets go of the half of the rows that was left alone for longest; those that changed must have been drained. */
  shed(): void;
  readonly held: number;
};

/**
 * `empty`: the table holds nothing yet, so that nothing needs to be loaded until rows are shed. Streams in `parked` are
 * skipped. `wanted` leaves out events of other rows.
 */
export const folding = (
  { view, table, rows, read }: BoundView,
  options: { readonly parked: readonly Stream[]; readonly empty?: boolean; readonly wanted?: (at: RowKey) => boolean },
): Folding => {
  const held = new Map<string, Held>();
  let changed: Held[] = [];
  /** Streams that are parked, and from which position on. */
  const skipped = new Map(options.parked.map((stream) => [named(stream), 0]));
  let erased: Erased[] = [];
  let empty = options.empty ?? false;
  let page = 0;

  const park = (parked: NewlyParked[], { tenant, stream, position }: StoredEvent | Recorded, error: unknown): void => {
    skipped.set(named({ tenant, stream }), position);
    parked.push({ tenant, stream, position, reason: reasonOf(error) });
  };

  const isSkipped = (event: StoredEvent | Recorded): boolean =>
    skipped.size > 0 && (skipped.get(named(event)) ?? Infinity) < event.position;

  const stepFor = (stored: StoredEvent, missing: Held[]): Step | null => {
    const event = read(stored);
    const key = event && keyFor(view, event);
    if (event === null || key === null) return null;
    const { tenant } = event;
    if (options.wanted?.({ tenant, key: keyOf(key) }) === false) return null;
    const id = `${tenant}\u0000${typeof key === 'string' ? key : key.join('\u0000')}`;
    let slot = held.get(id);
    if (!slot) {
      slot = { tenant, key: keyOf(key), row: null, changed: false, stored: false, at: page };
      held.set(id, slot);
      // A stream that begins here has no row yet, where the row is the stream's own.
      if (!empty && (view.key || event.revision > 1)) missing.push(slot);
    }
    slot.at = page;
    return { event, slot };
  };

  /** The rows that events concern; what is not in memory is put into `missing`. */
  const plan = (events: readonly StoredEvent[], parked: NewlyParked[], missing: Held[]): Step[] => {
    const steps: Step[] = [];
    for (const stored of events) {
      try {
        const step = isSkipped(stored) ? null : stepFor(stored, missing);
        if (step) steps.push(step);
      } catch (error) {
        park(parked, stored, error);
      }
      if (view.personal && erasedSubject(stored) !== null) steps.push({ event: stored, slot: null });
    }
    return steps;
  };

  const change = (slot: Held, row: object | null): void => {
    slot.row = row;
    if (!slot.changed) changed.push(slot);
    slot.changed = true;
  };

  const nothing: Row = Object.fromEntries((view.personal?.columns ?? []).map((column) => [column, null]));

  const withhold = (slot: Held, tenant: string, subject: string): void => {
    const row = slot.row as Row | null;
    if (!row || slot.tenant !== tenant || row[view.personal?.subject ?? ''] !== subject) return;
    change(slot, Object.freeze({ ...row, ...nothing }));
  };

  const load = async (client: Pool | PoolClient, missing: readonly Held[]): Promise<void> => {
    const found = await rows.load(client, missing);
    missing.forEach((slot, place) => {
      slot.row = found[place] ?? null;
      slot.stored = slot.row !== null;
      // Erasures that are not written yet.
      for (const { tenant, subject } of erased) withhold(slot, tenant, subject);
    });
  };

  const belongsTo = (row: Row, { tenant, key: values }: Held): boolean => {
    for (const [place, { property }] of table.key.entries()) if (String(row[property]) !== values[place]) return false;
    return row.tenant === tenant;
  };

  const fold = (slot: Held, event: Recorded): void => {
    const next = view.fold(slot.row, event) as Row | null;
    if (next === slot.row) return;
    if (next && !belongsTo(next, slot)) throw new Error(`${view.name} answered a row of another tenant or key`);
    change(slot, next && Object.freeze(next));
  };

  const erase = (event: StoredEvent): void => {
    const subject = erasedSubject(event);
    if (subject === null) return;
    for (const slot of held.values()) withhold(slot, event.tenant, subject);
    erased.push({ tenant: event.tenant, subject });
  };

  return {
    async take(client, events) {
      const parked: NewlyParked[] = [];
      const missing: Held[] = [];
      page += 1;
      const steps = plan(events, parked, missing);
      if (missing.length > 0) await load(client, missing);
      for (const { event, slot } of steps) {
        if (slot && isSkipped(event)) continue;
        try {
          if (slot) fold(slot, event);
          else erase(event);
        } catch (error) {
          park(parked, event, error);
        }
      }
      return parked;
    },
    drain() {
      const changes: Change[] = changed.map(({ tenant, key, row, stored }) => ({ tenant, key, row, stored }));
      for (const slot of changed) {
        slot.changed = false;
        slot.stored = slot.row !== null;
      }
      const batch = { erased, changes };
      [erased, changed] = [[], []];
      return batch;
    },
    shed() {
      const ages = [...held.values()].map(({ at }) => at).sort((one, other) => one - other);
      const oldest = ages[ages.length >> 1] ?? 0;
      for (const [id, slot] of held) if (slot.at <= oldest && !slot.changed) held.delete(id);
      empty = false;
    },
    get held() {
      return held.size;
    },
  };
};
