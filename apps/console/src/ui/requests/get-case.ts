import { queryOptions, replaceEqualDeep } from '@tanstack/react-query';
import { read } from '../api/request.js';
import type { Case } from '../api/types.js';

/** The case as it is now. An answer that was long on its way takes nobody back behind what they have seen. */
export const caseOptions = (id: string) =>
  queryOptions({
    queryKey: ['case', id],
    queryFn: ({ signal }) => read<Case>(`cases/${id}`, {}, signal),
    staleTime: 30_000,
    structuralSharing: (before, after) => newest(before as Case | undefined, after as Case),
  });

const newest = (before: Case | undefined, after: Case): Case => (before !== undefined && before.revision > after.revision ? before : replaceEqualDeep(before, after));

/** The case as it was at a position of the log: it will never have been otherwise. */
export const pastCaseOptions = (id: string, position: number) =>
  queryOptions({
    queryKey: ['case', id, 'as of', position],
    queryFn: ({ signal }) => read<Case>(`cases/${id}`, { asOf: position }, signal),
    staleTime: Infinity,
  });
