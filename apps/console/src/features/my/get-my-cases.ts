import { infiniteQueryOptions } from '@tanstack/react-query';
import { read } from '../../ui/api/request.js';
import type { Case, Page } from '../../ui/api/types.js';

/** How often a customer's page looks for news, in milliseconds: they are not told of the log. */
export const LOOK_AGAIN = 8_000;

/** The customer's own cases; the server shows no others. */
export const myCasesOptions = () =>
  infiniteQueryOptions({
    queryKey: ['cases', 'mine'],
    queryFn: ({ pageParam, signal }) => read<Page<Case>>('cases', { limit: 50, ...(pageParam !== '' && { cursor: pageParam }) }, signal),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    meta: { staleBy: ['new-case'] },
    refetchInterval: LOOK_AGAIN,
  });
