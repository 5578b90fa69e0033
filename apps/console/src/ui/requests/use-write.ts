import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRetryKeys } from '../api/retry-key.js';
import { madeStaleBy, type Subject } from './stale.js';

/** Something that people do: once, however often it has to be tried; what it made stale is fetched again before it counts as done. */
export const useWrite = <Body, Answer>(send: (body: Body, key: string) => Promise<Answer>, changed: readonly Subject[]) => {
  const client = useQueryClient();
  const keys = useRetryKeys();
  return useMutation({
    mutationFn: (body: Body) => send(body, keys.keyOf(body)),
    onSuccess: () => {
      keys.done();
      return client.invalidateQueries({ predicate: madeStaleBy(changed) });
    },
  });
};
