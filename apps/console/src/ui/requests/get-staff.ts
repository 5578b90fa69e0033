import { queryOptions } from '@tanstack/react-query';
import type { StaffMember } from '../api/types.js';
import { readAll } from './read-all.js';

export const staffOptions = () => queryOptions({ queryKey: ['staff'], queryFn: ({ signal }) => readAll<StaffMember>('staff', signal), meta: { staleBy: ['staff'] }, staleTime: 60_000 });
