import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { casesOptions } from './get-cases.js';
import { searchOf, type Filters } from './filters.js';
import { NOTHING_NEW, shownRows, waitingBeside, type Overlay, type Shown } from './row-order.js';
import { useInboxNews } from './use-inbox-news.js';

/** The rows of the list, and what has been heard about them since. */
export const useInbox = (filters: Filters) => {
  const client = useQueryClient();
  const options = casesOptions(filters);
  const query = useInfiniteQuery(options);
  const name = JSON.stringify(searchOf(filters));
  const [held, hold] = useState<{ readonly name: string; readonly overlay: Overlay }>({ name, overlay: NOTHING_NEW });
  const overlay = held.name === name ? held.overlay : NOTHING_NEW;
  const pages = useMemo(() => query.data?.pages.map(({ items }) => items) ?? [], [query.data]);
  const rows = useMemo(() => shownRows(pages, overlay), [pages, overlay]);
  const shown = useMemo<Shown>(
    () => ({ ids: new Set(rows.map(({ row }) => row.id)), until: query.hasNextPage ? (rows.at(-1)?.row.openedAt ?? null) : null }),
    [rows, query.hasNextPage],
  );

  useInboxNews(filters, shown, (hear) => hold((before) => ({ name, overlay: hear(before.name === name ? before.overlay : NOTHING_NEW) })));

  /** Fetches the list anew, from its top, with everything that waited. */
  const showWaiting = async (): Promise<void> => {
    client.setQueryData(options.queryKey, (data) => data && { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) });
    await query.refetch();
    hold({ name, overlay: NOTHING_NEW });
  };

  return { query, rows, waiting: waitingBeside(overlay, shown.ids), showWaiting };
};
