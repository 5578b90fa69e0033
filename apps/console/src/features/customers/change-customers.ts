import { useQueryClient } from '@tanstack/react-query';
import { write } from '../../ui/api/request.js';
import type { Customer } from '../../ui/api/types.js';
import { useWrite } from '../../ui/requests/use-write.js';

type NewCustomer = { readonly name: string; readonly email?: string; readonly phone?: string; readonly locale?: string; readonly externalId?: string };

export const useRegisterCustomer = () => useWrite((body: NewCustomer, key) => write<Customer>('customers', body, { key }), ['customer']);

/** What is erased is erased here too: nothing that this page remembers may outlive it. */
export const useEraseCustomer = (id: string) => {
  const client = useQueryClient();
  return useWrite(
    async (body: { readonly reason: string }, key) => {
      await write(`customers/${id}/erase`, body, { key });
      client.removeQueries({ type: 'inactive' });
    },
    [`customer:${id}`],
  );
};

/** Lets a customer sign in with their own e-mail address; the first password is told once. */
export const useOpenSignIn = () => useWrite((id: string, key) => write<{ oneTimePassword: string }>(`customers/${id}/open-sign-in`, {}, { key }), []);
