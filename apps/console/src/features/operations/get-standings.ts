import { queryOptions } from '@tanstack/react-query';
import { read } from '../../ui/api/request.js';
import type { Standing } from './standing.js';

const LOOKS_EVERY = 2000;

/** How every view stands. The log does not tell when a view gets on, so it is looked at again and again. */
export const standingsOptions = () => queryOptions({ queryKey: ['operations views'], queryFn: ({ signal }) => read<readonly Standing[]>('operations/views', {}, signal), meta: { staleBy: ['view'] }, refetchInterval: LOOKS_EVERY });
