import { queryOptions } from '@tanstack/react-query';
import type { Queue } from '../api/types.js';
import { readAll } from './read-all.js';

export const queuesOptions = () => queryOptions({ queryKey: ['queues'], queryFn: ({ signal }) => readAll<Queue>('queues', signal), meta: { staleBy: ['queue'] }, staleTime: 60_000 });
