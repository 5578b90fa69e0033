import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useKeys } from '../../ui/keys/use-keys.js';
import { caseOptions } from '../../ui/requests/get-case.js';
import { timelineOptions } from '../../ui/requests/get-timeline.js';
import { searchOf, type Filters } from './filters.js';
import { neighbour } from './neighbour.js';
import type { Row } from './row-order.js';

const AHEAD = 3;

/** J and K: along the list while no case is open, from case to case while one is. What comes next is fetched ahead. */
export const usePointer = (rows: readonly Row[], filters: Filters, openId: string | undefined): string | null => {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [pointed, point] = useState<string | null>(null);
  const ids = rows.map(({ row }) => row.id);
  const open = (caseId: string) => void navigate({ to: '/inbox/$caseId', params: { caseId }, search: searchOf(filters), replace: openId !== undefined });
  const go = (by: 1 | -1) => {
    const next = neighbour(ids, openId ?? pointed ?? undefined, by);
    if (next === null) return;
    if (openId === undefined) point(next);
    else open(next);
  };
  useKeys({
    next: () => go(1),
    previous: () => go(-1),
    ...(openId === undefined && pointed !== null && { open: () => open(pointed) }),
  });

  const index = openId === undefined ? -1 : ids.indexOf(openId);
  const ahead = index === -1 ? [] : ids.slice(index + 1, index + 1 + AHEAD);
  const aheadOf = ahead.join(' ');
  useEffect(() => {
    for (const id of aheadOf.split(' ').filter(Boolean)) {
      void client.prefetchQuery(caseOptions(id));
      void client.prefetchQuery(timelineOptions(id));
    }
  }, [client, aheadOf]);

  return openId === undefined && pointed !== null && ids.includes(pointed) ? pointed : null;
};
