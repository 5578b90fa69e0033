import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
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
  const items = timeline.data ?? NOTHING;
  const past = moment(items, at);
  const then = useQuery({ ...pastCaseOptions(id, past?.position ?? 0), enabled: past !== null });

  // The moments on either side are likely next.
  const index = past === null ? items.length - 1 : items.indexOf(past);
  useEffect(() => {
    for (const beside of [items[index - 1], items[index + 1]]) if (beside !== undefined) void client.prefetchQuery(pastCaseOptions(id, beside.position));
  }, [client, id, index, items]);

  const shown = past === null ? now.data : then.data;
  const ready = shown === undefined || timeline.data === undefined ? null : { shown, items, past };
  return {
    moment: useHeld(id, ready),
    error: now.error ?? timeline.error ?? (past === null ? null : then.error),
    retry: () => void Promise.all([now.refetch(), timeline.refetch(), past === null ? null : then.refetch()]),
  };
};

const NOTHING: readonly TimelineItem[] = [];

/** What was last whole stays until the next moment is: a page never shows half of two moments. */
const useHeld = (id: string, ready: Moment | null): Moment | null => {
  const [held, hold] = useState(ready);
  const isNew = ready !== null && (held?.shown !== ready.shown || held.items !== ready.items || held.past !== ready.past);
  if (isNew) hold(ready);
  return ready ?? (held?.shown.id === id ? held : null);
};
