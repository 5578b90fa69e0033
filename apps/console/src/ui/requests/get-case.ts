import { queryOptions } from '@tanstack/react-query';
import { read } from '../api/request.js';
import type { Case } from '../api/types.js';

export const caseOptions = (id: string) =>
  queryOptions({ queryKey: ['case', id], queryFn: ({ signal }) => read<Case>(`cases/${id}`, {}, signal), staleTime: 30_000 });

/** The case as it was at a position of the log: it will never have been otherwise. */
export const pastCaseOptions = (id: string, position: number) =>
  queryOptions({
    queryKey: ['case', id, 'as of', position],
    queryFn: ({ signal }) => read<Case>(`cases/${id}`, { asOf: position }, signal),
    staleTime: Infinity,
  });
