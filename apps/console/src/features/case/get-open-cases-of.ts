import { queryOptions } from '@tanstack/react-query';
import { read } from '../../ui/api/request.js';
import { OPEN_STATES, type Case, type Page } from '../../ui/api/types.js';

/** What else a customer waits for: a few of their open cases. */
export const openCasesOfOptions = (customerId: string) =>
  queryOptions({
    queryKey: ['cases of', customerId],
    queryFn: ({ signal }) => read<Page<Case>>('cases', { customerId, state: OPEN_STATES.join(','), limit: 6 }, signal),
    meta: { staleBy: [] },
    staleTime: 30_000,
  });
