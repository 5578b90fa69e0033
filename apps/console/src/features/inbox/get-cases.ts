import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { read } from '../../ui/api/request.js';
import type { Case, Page } from '../../ui/api/types.js';
import { questionOf, type Filters } from './filters.js';

/** Cases that answer the filters, the newest first, a page at a time. */
export const casesOptions = (filters: Filters) => {
  const question = questionOf(filters);
  return infiniteQueryOptions({
    queryKey: ['cases', question],
    queryFn: ({ pageParam, signal }) => read<Page<Case>>('cases', { ...question, limit: 50, ...(pageParam !== '' && { cursor: pageParam }) }, signal),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    meta: { staleBy: ['new-case'] },
    staleTime: 10_000,
    // Rows change place only when somebody asks for it.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    placeholderData: (before, query) => (query?.queryKey[1] !== undefined && sameButSearch(query.queryKey[1] as object, question) ? keepPreviousData(before) : undefined),
  });
};

/** While somebody types, the rows of the word before stay until those of the next are there. */
const sameButSearch = (one: object, other: object): boolean => JSON.stringify({ ...one, q: '' }) === JSON.stringify({ ...other, q: '' });
