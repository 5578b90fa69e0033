import type { Position, StoredEvent } from '@onmaru/event-sourcing';
import { ERASURE_CATEGORY, erasedSubject } from './erasure.js';
import type { Reading } from './reading.js';
import type { RowStore } from './row-store.js';
import type { Table } from './table.js';
import type { AnyView } from './view.js';

/** A view with the table in which its rows live, and its way of reading events. */
export type BoundView = { readonly view: AnyView; readonly table: Table; readonly rows: RowStore; readonly read: Reading };

/** Categories that the view must read: its own, and where it holds personal text, the one in which people are erased. */
export const categoriesOf = ({ of: { category }, personal }: AnyView): readonly string[] =>
  personal && category !== ERASURE_CATEGORY ? [category, ERASURE_CATEGORY] : [category];

/** The events of a page, after `after` and up to `limit`, that may concern this view. */
export const concerning = (
  { of: { category }, personal }: AnyView,
  events: readonly StoredEvent[],
  after: Position,
  limit: Position = Infinity,
): readonly StoredEvent[] => {
  const own = `${category}-`;
  const concerns = (event: StoredEvent): boolean => event.stream.startsWith(own) || (personal !== undefined && erasedSubject(event) !== null);
  return events.filter((event) => event.position > after && event.position <= limit && concerns(event));
};
