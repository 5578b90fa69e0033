import { queryOptions } from '@tanstack/react-query';
import type { Agent } from '../../ui/api/types.js';
import { readAll } from '../../ui/requests/read-all.js';

/** Presence and capacity, by staff member. */
export const agentsOptions = () =>
  queryOptions({
    queryKey: ['agents'],
    queryFn: ({ signal }) => readAll<Agent>('agents', signal),
    meta: { staleBy: ['agent'] },
    select: (agents) => new Map(agents.map((agent) => [agent.id, agent])),
    staleTime: 10_000,
  });
