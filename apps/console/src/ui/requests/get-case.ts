import { queryOptions, replaceEqualDeep, type Query, type QueryClient } from '@tanstack/react-query';
import { read } from '../api/request.js';
import type { Case } from '../api/types.js';

/** The case as it is now. An answer that was long on its way takes nobody back behind what they have seen. */
export const caseOptions = (id: string) =>
  queryOptions({
    queryKey: ['case', id],
    queryFn: ({ signal }) => read<Case>(`cases/${id}`, {}, signal),
    meta: { staleBy: [`case:${id}`] },
    staleTime: 30_000,
    structuralSharing: (before, after) => newest(before as Case | undefined, after as Case),
  });

const newest = (before: Case | undefined, after: Case): Case => (before !== undefined && before.revision > after.revision ? before : replaceEqualDeep(before, after));

/** Takes in a case that came as the answer to an act. */
export const keepCase = (client: QueryClient, known: Case): void => {
  const options = caseOptions(known.id);
  // Built with its options, so that it can be made stale before anybody has opened it.
  client.getQueryCache().build(client, client.defaultQueryOptions(options));
  client.setQueryData(options.queryKey, known);
};

/** Which case a query shows as it is now; null when it shows something else. */
export const caseIdShownBy = ({ queryKey: [kind, id, past] }: Pick<Query, 'queryKey'>): string | null => (kind === 'case' && past === undefined ? String(id) : null);

/** The case as it was at a position of the log: it will never have been otherwise. */
export const pastCaseOptions = (id: string, position: number) =>
  queryOptions({
    queryKey: ['case', id, 'as of', position],
    queryFn: ({ signal }) => read<Case>(`cases/${id}`, { asOf: position }, signal),
    meta: { staleBy: [] },
    staleTime: Infinity,
  });
