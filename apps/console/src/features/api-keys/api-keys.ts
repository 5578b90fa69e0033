import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { remove, write } from '../../ui/api/request.js';
import { useRetryKeys } from '../../ui/api/retry-key.js';
import type { Role } from '../../ui/api/types.js';
import { readAll } from '../../ui/requests/read-all.js';

export type ApiKey = { readonly id: string; readonly name: string; readonly role: Role };

export const apiKeysOptions = () => queryOptions({ queryKey: ['api keys'], queryFn: ({ signal }) => readAll<ApiKey>('api-keys', signal) });

/** The key itself is told once, in the answer. */
export const useIssueApiKey = () => {
  const client = useQueryClient();
  const keys = useRetryKeys();
  return useMutation({
    mutationFn: (body: { readonly name: string; readonly role: string }) => write<{ id: string; key: string }>('api-keys', body, { key: keys.keyOf(body) }),
    onSuccess: () => {
      keys.done();
      return client.invalidateQueries({ queryKey: ['api keys'] });
    },
  });
};

export const useRevokeApiKey = () => {
  const client = useQueryClient();
  const keys = useRetryKeys();
  return useMutation({
    mutationFn: (id: string) => remove(`api-keys/${id}`, { key: keys.keyOf(id) }),
    onSuccess: () => {
      keys.done();
      return client.invalidateQueries({ queryKey: ['api keys'] });
    },
  });
};
