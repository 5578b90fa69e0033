import { QueryClient } from '@tanstack/react-query';
import { isPassing } from '../ui/api/problem.js';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (tries, error) => tries < 3 && isPassing(error),
      retryDelay: (tries) => Math.min(400 * 2 ** tries, 3000),
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});
