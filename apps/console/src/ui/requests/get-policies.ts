import { queryOptions } from '@tanstack/react-query';
import { read } from '../api/request.js';
import type { CasePolicy } from '../api/types.js';

/** Every version, the newest first. */
export const policiesOptions = () =>
  queryOptions({
    queryKey: ['policies'],
    queryFn: async ({ signal }) => (await read<{ items: readonly CasePolicy[] }>('policies/case', {}, signal)).items,
    meta: { staleBy: ['policy'] },
    staleTime: 60_000,
  });
