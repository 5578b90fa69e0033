import { queryOptions } from '@tanstack/react-query';
import { read } from '../../../ui/api/request.js';
import type { Decision } from './decision.js';

/** What routing has decided about a case, the newest first. */
export const routingOptions = (caseId: string) =>
  queryOptions({
    queryKey: ['routing', caseId],
    queryFn: async ({ signal }) => (await read<{ items: readonly Decision[] }>(`cases/${caseId}/routing`, {}, signal)).items,
    meta: { staleBy: [`case:${caseId}`, `routing:${caseId}`] },
    staleTime: 30_000,
  });
