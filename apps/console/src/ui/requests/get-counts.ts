import { queryOptions } from '@tanstack/react-query';
import { read } from '../api/request.js';

export type Counts = {
  readonly mine: number;
  readonly unassigned: number;
  readonly onHold: number;
  readonly reopened: number;
  readonly byQueue: readonly { readonly queue: string; readonly count: number }[];
};

/** How many open cases stand in each view. */
export const countsOptions = () =>
  queryOptions({
    queryKey: ['counts'],
    queryFn: ({ signal }) => read<Counts>('cases/counts', {}, signal),
    meta: { staleBy: ['case', 'new-case', 'queue'] },
    staleTime: 30_000,
  });
