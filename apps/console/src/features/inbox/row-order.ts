import type { Case } from '../../ui/api/types.js';

/** What has been heard since the rows were fetched. Rows stay where they are; what is new waits to be asked for. */
export type Overlay = {
  /** Newer shapes of rows that stand. */
  readonly changed: ReadonlyMap<string, Case>;
  /** Rows that stand and no longer answer the filters. */
  readonly left: ReadonlySet<string>;
  /** Cases that answer the filters and are not shown, the newest first. */
  readonly waiting: readonly Case[];
};

export const NOTHING_NEW: Overlay = { changed: new Map(), left: new Set(), waiting: [] };

export type Row = { readonly row: Case; readonly left: boolean };

/** The rows in the order in which they were fetched, each once, each in its newest shape. */
export const shownRows = (pages: readonly (readonly Case[])[], { changed, left }: Overlay): readonly Row[] => {
  const seen = new Set<string>();
  return pages.flat().flatMap((fetched) => {
    if (seen.has(fetched.id)) return [];
    seen.add(fetched.id);
    return [{ row: newer(fetched, changed.get(fetched.id)), left: left.has(fetched.id) }];
  });
};

const newer = (one: Case, other: Case | undefined): Case => (other !== undefined && other.revision >= one.revision ? other : one);

/** What stands on the page, and how far down it reaches: beyond `until` there are rows that nobody has fetched yet. */
export type Shown = { readonly ids: ReadonlySet<string>; readonly until: string | null };

export type News = { readonly row: Case; readonly fits: boolean };

/** Takes in the newest shape of cases that something happened to, and whether each answers the filters. */
export const hearOf = (overlay: Overlay, { ids, until }: Shown, news: readonly News[]): Overlay => {
  const changed = new Map(overlay.changed);
  const left = new Set(overlay.left);
  const waiting = new Map(overlay.waiting.map((row) => [row.id, row]));
  for (const { row, fits } of news) {
    if (ids.has(row.id)) {
      changed.set(row.id, newer(row, changed.get(row.id)));
      if (fits) left.delete(row.id);
      else left.add(row.id);
    } else if (fits && (until === null || row.openedAt >= until)) waiting.set(row.id, newer(row, waiting.get(row.id)));
    else waiting.delete(row.id);
  }
  return { changed, left, waiting: [...waiting.values()].sort(newestFirst) };
};

/** What still waits: what a new page has brought in the meantime does not. */
export const waitingBeside = ({ waiting }: Overlay, ids: ReadonlySet<string>): readonly Case[] => waiting.filter(({ id }) => !ids.has(id));

/** The order of the list: by arrival, the newest first, and by id where two came at once. */
const newestFirst = (one: Case, other: Case): number =>
  other.openedAt.localeCompare(one.openedAt) || (one.id < other.id ? 1 : one.id > other.id ? -1 : 0);
