import { write } from '../../ui/api/request.js';
import type { Queue } from '../../ui/api/types.js';
import { useWrite } from '../../ui/requests/use-write.js';

export const useOpenQueue = () => useWrite((body: { readonly name: string }, key) => write<Queue>('queues', body, { key }), ['queue']);
