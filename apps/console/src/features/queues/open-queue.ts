import { useMutation, useQueryClient } from '@tanstack/react-query';
import { write } from '../../ui/api/request.js';
import { useRetryKeys } from '../../ui/api/retry-key.js';
import type { Queue } from '../../ui/api/types.js';

export const useOpenQueue = () => {
  const client = useQueryClient();
  const keys = useRetryKeys();
  return useMutation({
    mutationFn: (body: { readonly name: string }) => write<Queue>('queues', body, { key: keys.keyOf(body) }),
    onSuccess: () => {
      keys.done();
      void client.invalidateQueries({ queryKey: ['counts'] });
      return client.invalidateQueries({ queryKey: ['queues'] });
    },
  });
};
