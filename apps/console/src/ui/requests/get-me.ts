import { queryOptions } from '@tanstack/react-query';
import { read } from '../api/request.js';
import { accessToken, refreshSession } from '../api/session.js';
import type { Me } from '../api/types.js';

/** Who is signed in; null when nobody is. */
export const meOptions = () =>
  queryOptions({
    queryKey: ['me'],
    queryFn: async (): Promise<Me | null> => (accessToken() !== null || (await refreshSession()) ? read<Me>('me') : null),
    meta: { staleBy: [] },
    staleTime: Infinity,
    gcTime: Infinity,
  });
