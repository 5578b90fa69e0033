import { useMutation, useQueryClient } from '@tanstack/react-query';
import { isPassing } from '../api/problem.js';
import { write } from '../api/request.js';
import { useRetryKeys } from '../api/retry-key.js';
import type { Case, Verb } from '../api/types.js';
import { caseIdShownBy, keepCase } from './get-case.js';
import { madeStaleBy } from './stale.js';

type Act = {
  readonly id: string;
  readonly verb: Verb;
  readonly body?: object;
  /** The revision on the page; left out where what happened meanwhile does not matter. */
  readonly ifMatch?: number;
};

/** Does something to a case: once, however often it has to be tried. */
export const useActOnCase = () => {
  const client = useQueryClient();
  const keys = useRetryKeys();
  return useMutation({
    mutationFn: ({ id, verb, body = {}, ifMatch }: Act) =>
      write<Case>(`cases/${id}/${verb}`, body, { key: keys.keyOf({ id, verb, body }), ...(ifMatch !== undefined && { ifMatch }) }),
    retry: (tries, error) => tries < 2 && isPassing(error),
    retryDelay: 800,
    onSuccess: (changed, { id }) => {
      keys.done();
      keepCase(client, changed);
      const isStale = madeStaleBy([`case:${id}`]);
      void client.invalidateQueries({ predicate: (query) => isStale(query) && caseIdShownBy(query) !== id });
    },
  });
};
