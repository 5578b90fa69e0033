import type { Aggregate, Event, Recorded } from '@onmaru/event-sourcing';

/** Value of the key column besides `tenant`; several, in the order of the primary key, where there are several; null: not for this view. */
export type Key = string | readonly string[] | null;

/**
 * One question and the rows that answer it. Rows have the primary key (tenant, key columns).
 *
 * `fold` is pure: it answers the row after the event, the same object when nothing changes, null to delete it; it
 * never changes the row it is given (rows are frozen). Rows hold what their table gives back: `timestamptz` is an
 * `Instant`, `bigint` a number, `jsonb` parsed, `numeric` text, no column `undefined`.
 */
export type View<Row extends object, E extends Event> = {
  /** `case-details`: name of the checkpoint. */
  readonly name: string;
  /**
   * Counts how often the fold has come to make other rows of the same events; 1 where left out. Rows of an earlier one are
   * folded anew beside those that serve, which a program of the later one does not touch meanwhile.
   */
  readonly generation?: number;
  /** The TypeORM entity whose table holds the rows, such as `cases.case_details_1`. */
  readonly entity: new () => Row;
  /** The streams that it reads, and the events that can stand in them. */
  readonly of: Pick<Aggregate<unknown, E>, 'category' | 'events'>;
  // Methods rather than function properties, so that views of different rows fit into one list.
  /** Which row an event concerns; the one of its stream's id where this is left out. */
  key?(event: Recorded<E>): Key;
  fold(row: Row | null, event: Recorded<E>): Row | null;
  /** Columns with personal text, and the column that names whose it is: the runner nulls them when that person is erased. */
  readonly personal?: { readonly subject: keyof Row & string; readonly columns: readonly (keyof Row & string)[] };
  /**
   * Columns that say where or when the log took an event, `column.key` inside JSON: they differ between two logs of the
   * same history, and so are left out of its hash.
   */
  readonly recorded?: readonly (keyof Row & string | `${keyof Row & string}.${string}`)[];
};

/** A view whose row and events are nobody's business but its own. */
export type AnyView = {
  readonly name: string;
  readonly generation?: number;
  readonly entity: new () => object;
  readonly of: Pick<Aggregate<unknown, Event>, 'category' | 'events'>;
  key?(event: Recorded): Key;
  fold(row: object | null, event: Recorded): object | null;
  readonly personal?: { readonly subject: string; readonly columns: readonly string[] };
  readonly recorded?: readonly string[];
};

/** The generation of the rows that a view's fold makes. */
export const generationOf = ({ generation = 1 }: Pick<AnyView, 'generation'>): number => generation;
