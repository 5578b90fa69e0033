import { useMutation, useQueryClient } from '@tanstack/react-query';
import { write } from '../../ui/api/request.js';
import { useRetryKeys } from '../../ui/api/retry-key.js';
import type { Presence } from '../../ui/api/types.js';

export const useSetPresence = (staffId: string) => {
  const client = useQueryClient();
  const keys = useRetryKeys();
  return useMutation({
    mutationFn: (presence: Presence) => write(`staff/${staffId}/presence`, { presence }, { key: keys.keyOf(presence) }),
    onSuccess: () => {
      keys.done();
      void client.invalidateQueries({ queryKey: ['agents'] });
      return client.invalidateQueries({ queryKey: ['presence', staffId] });
    },
  });
};
