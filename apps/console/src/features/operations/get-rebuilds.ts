import { queryOptions } from '@tanstack/react-query';
import { read } from '../../ui/api/request.js';
import { isUnderway, type Rebuild } from './rebuild.js';

const LOOKS_EVERY = { underway: 1000, quiet: 10_000 };

/** What is being rebuilt, and what came of what was. */
export const rebuildsOptions = () =>
  queryOptions({
    queryKey: ['operations rebuilds'],
    queryFn: ({ signal }) => read<readonly Rebuild[]>('operations/rebuilds', {}, signal),
    meta: { staleBy: ['rebuild'] },
    refetchInterval: ({ state }) => (state.data?.some(isUnderway) ? LOOKS_EVERY.underway : LOOKS_EVERY.quiet),
  });
