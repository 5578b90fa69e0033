import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Case, TimelineItem } from '../../ui/api/types.js';
import { caseOptions, pastCaseOptions } from '../../ui/requests/get-case.js';
import { timelineOptions } from '../../ui/requests/get-timeline.js';
import { moment } from '../../ui/timeline/spine.js';

/** A case at the moment that the address asks for: now, or after one of its events. */
export type Moment = {
  readonly shown: Case;
  readonly items: readonly TimelineItem[];
  /** The event after which the case is shown; null now. */
  readonly past: TimelineItem | null;
};

export const useMoment = (id: string, at: number | undefined) => {
  const client = useQueryClient();
  const now = useQuery(caseOptions(id));
  const timeline = useQuery(timelineOptions(id));
  const items = timeline.data ?? [];
  const past = moment(items, at);
  const then = useQuery({ ...pastCaseOptions(id, past?.position ?? 0), enabled: past !== null });

  // The moments on either side are likely next.
  const index = past === null ? items.length - 1 : items.indexOf(past);
  useEffect(() => {
    if (past === null) return;
    for (const beside of [items[index - 1], items[index + 1]]) if (beside !== undefined) void client.prefetchQuery(pastCaseOptions(id, beside.position));
  }, [client, id, index, items, past]);

  const shown = past === null ? now.data : (then.data ?? now.data);
  const wanted = at !== undefined && timeline.data === undefined;
  return {
    moment: shown === undefined || timeline.data === undefined || wanted ? null : ({ shown, items, past } satisfies Moment),
    now: now.data,
    error: now.error ?? timeline.error ?? (past === null ? null : then.error),
    retry: () => void Promise.all([now.refetch(), timeline.refetch()]),
  };
};
