import { queryOptions } from '@tanstack/react-query';
import { remove, write } from '../../ui/api/request.js';
import type { Role } from '../../ui/api/types.js';
import { readAll } from '../../ui/requests/read-all.js';
import { useWrite } from '../../ui/requests/use-write.js';

type ApiKey = { readonly id: string; readonly name: string; readonly role: Role };

export const apiKeysOptions = () => queryOptions({ queryKey: ['api keys'], queryFn: ({ signal }) => readAll<ApiKey>('api-keys', signal), meta: { staleBy: ['api-key'] } });

type NewApiKey = { readonly name: string; readonly role: string };

/** The key itself is told once, in the answer. */
export const useIssueApiKey = () => useWrite((body: NewApiKey, key) => write<{ id: string; key: string }>('api-keys', body, { key }), ['api-key']);

export const useRevokeApiKey = () => useWrite((id: string, key) => remove(`api-keys/${id}`, { key }), ['api-key']);
