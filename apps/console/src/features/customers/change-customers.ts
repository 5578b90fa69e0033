import { useMutation, useQueryClient } from '@tanstack/react-query';
import { write } from '../../ui/api/request.js';
import { useRetryKeys } from '../../ui/api/retry-key.js';
import type { Customer } from '../../ui/api/types.js';

export type NewCustomer = { readonly name: string; readonly email?: string; readonly phone?: string; readonly locale?: string; readonly externalId?: string };

export const useRegisterCustomer = () => {
  const client = useQueryClient();
  const keys = useRetryKeys();
  return useMutation({
    mutationFn: (body: NewCustomer) => write<Customer>('customers', body, { key: keys.keyOf(body) }),
    onSuccess: () => {
      keys.done();
      return client.invalidateQueries({ queryKey: ['customers'] });
    },
  });
};

/** What is erased is erased here too: nothing that this page remembers of cases may outlive it. */
export const useEraseCustomer = (id: string) => {
  const client = useQueryClient();
  const keys = useRetryKeys();
  return useMutation({
    mutationFn: (body: { readonly reason: string }) => write(`customers/${id}/erase`, body, { key: keys.keyOf(body) }),
    onSuccess: async () => {
      keys.done();
      for (const kind of ['customer', 'case', 'timeline', 'cases', 'cases of']) client.removeQueries({ queryKey: [kind], type: 'inactive' });
      await client.invalidateQueries({ queryKey: ['customers'] });
    },
  });
};

/** Lets a customer sign in with their own e-mail address; the first password is told once. */
export const useOpenSignIn = () => {
  const keys = useRetryKeys();
  return useMutation({
    mutationFn: (id: string) => write<{ oneTimePassword: string }>(`customers/${id}/open-sign-in`, {}, { key: keys.keyOf(id) }),
    onSuccess: keys.done,
  });
};
