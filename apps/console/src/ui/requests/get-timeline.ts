import { queryOptions } from '@tanstack/react-query';
import { read } from '../api/request.js';
import type { Page, TimelineItem } from '../api/types.js';

const PAGE = 1000;

/** Everything that happened to a case, first to last. */
export const timelineOptions = (id: string) =>
  queryOptions({
    queryKey: ['timeline', id],
    queryFn: async ({ signal }): Promise<readonly TimelineItem[]> => {
      const items: TimelineItem[] = [];
      let cursor: string | null = null;
      do {
        const page: Page<TimelineItem> = await read(`cases/${id}/timeline`, { limit: PAGE, cursor: cursor ?? undefined }, signal);
        items.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== null);
      return items;
    },
    meta: { staleBy: [`case:${id}`] },
    staleTime: 30_000,
  });
