import { useMutation, useQueryClient } from '@tanstack/react-query';
import { write } from '../../ui/api/request.js';
import { useRetryKeys } from '../../ui/api/retry-key.js';
import type { Agent } from '../../ui/api/types.js';

export const useSetCapacity = (staffId: string) => {
  const client = useQueryClient();
  const keys = useRetryKeys();
  return useMutation({
    mutationFn: (capacity: number) => write<Agent>(`staff/${staffId}/capacity`, { capacity }, { key: keys.keyOf(capacity) }),
    onSuccess: () => {
      keys.done();
      return client.invalidateQueries({ queryKey: ['agents'] });
    },
  });
};
