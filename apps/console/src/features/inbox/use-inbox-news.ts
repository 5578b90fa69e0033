import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { ApiProblem } from '../../ui/api/problem.js';
import { read } from '../../ui/api/request.js';
import type { Case, Page } from '../../ui/api/types.js';
import { caseIdOf, type LiveEvent } from '../../ui/live/live-event.js';
import { useLiveEvents } from '../../ui/live/live-events.js';
import { caseIdShownBy, caseOptions } from '../../ui/requests/get-case.js';
import { useMe } from '../../ui/requests/use-me.js';
import { answers, questionOf, type Filters } from './filters.js';
import { hearOf, type News, type Overlay, type Shown } from './row-order.js';

/** From here on it is cheaper to ask for the list than for each case. */
const MANY = 30;

/** What cannot bring a case into a view that it was not in. */
const WORDS = /\.(ReplySentToCustomer|CustomerReplyRecorded|NoteAdded|CaseAttributesSet)\./;

/** Learns what happened to the cases of a list, from the log and from what is done on this page. */
export const useInboxNews = (filters: Filters, shown: Shown, tell: (hear: (overlay: Overlay) => Overlay) => void): void => {
  const client = useQueryClient();
  const me = useMe();
  const latest = useRef({ filters, shown, tell });
  useEffect(() => {
    latest.current = { filters, shown, tell };
  });

  useEffect(
    () =>
      client.getQueryCache().subscribe(({ type, query }) => {
        const id = caseIdShownBy(query);
        if (type !== 'updated' || id === null || query.state.data === undefined) return;
        const { filters, shown, tell } = latest.current;
        const row = query.state.data as Case;
        if (shown.ids.has(id)) tell((overlay) => hearOf(overlay, shown, [{ row, fits: answers(filters, row, me.id) }]));
      }),
    [client, me.id],
  );

  useLiveEvents((events) => {
    const { filters, shown } = latest.current;
    const ids = touched(events, shown.ids);
    if (ids.size === 0) return;
    const fetched = filters.q === undefined && ids.size <= MANY ? each(ids) : listed();
    fetched.then(
      (news) => latest.current.tell((overlay) => hearOf(overlay, latest.current.shown, news)),
      (error: unknown) => {
        // What could not be fetched now is fetched with the next event, or when the connection is back.
        if (!(error instanceof ApiProblem)) throw error;
      },
    );
  });

  const each = async (ids: ReadonlySet<string>): Promise<readonly News[]> => {
    const rows = await Promise.all([...ids].map((id) => client.fetchQuery({ ...caseOptions(id), staleTime: 0 }).catch(unlessGone)));
    return rows.filter((row) => row !== null).map((row) => ({ row, fits: answers(latest.current.filters, row, me.id) }));
  };

  const listed = async (): Promise<readonly News[]> => {
    const { items } = await read<Page<Case>>('cases', { ...questionOf(latest.current.filters), limit: 100 });
    return items.map((row) => ({ row, fits: true }));
  };
};

const touched = (events: readonly LiveEvent[], shown: ReadonlySet<string>): ReadonlySet<string> =>
  new Set(events.flatMap((event) => {
    const id = caseIdOf(event);
    return id !== null && (shown.has(id) || !WORDS.test(event.type)) ? [id] : [];
  }));

const unlessGone = (error: unknown): null => {
  if (error instanceof ApiProblem && error.status === 404) return null;
  throw error;
};
