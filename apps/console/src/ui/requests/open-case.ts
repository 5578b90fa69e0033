import { useMutation, useQueryClient } from '@tanstack/react-query';
import { write } from '../api/request.js';
import { useRetryKeys } from '../api/retry-key.js';
import type { Case, Grade } from '../api/types.js';

export type NewCase = {
  readonly subject: string;
  readonly description: string;
  readonly channel: string;
  readonly customerId?: string;
  readonly impact?: Grade;
  readonly urgency?: Grade;
  readonly category?: string;
};

export const useOpenCase = () => {
  const client = useQueryClient();
  const keys = useRetryKeys();
  return useMutation({
    mutationFn: (body: NewCase) => write<Case>('cases', body, { key: keys.keyOf(body) }),
    onSuccess: (opened) => {
      keys.done();
      client.setQueryData(['case', opened.id], opened);
      void client.invalidateQueries({ queryKey: ['cases'] });
      void client.invalidateQueries({ queryKey: ['counts'] });
    },
  });
};
