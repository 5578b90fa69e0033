import { queryOptions } from '@tanstack/react-query';
import { read } from '../../ui/api/request.js';
import type { Agent } from '../../ui/api/types.js';

export const presenceOptions = (staffId: string) =>
  queryOptions({
    queryKey: ['presence', staffId],
    queryFn: ({ signal }) => read<Agent>(`staff/${staffId}/presence`, {}, signal),
    meta: { staleBy: [`agent:${staffId}`] },
    staleTime: 60_000,
  });
