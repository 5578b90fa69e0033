import { useMutation, useQueryClient } from '@tanstack/react-query';
import { write } from '../../ui/api/request.js';
import { useRetryKeys } from '../../ui/api/retry-key.js';
import type { Role, StaffMember } from '../../ui/api/types.js';

export type Change = { readonly id: string } & (
  | { readonly verb: 'change-role'; readonly role: Role }
  | { readonly verb: 'disable' }
  | { readonly verb: 'enable' }
);

export const useChangeStaff = () => {
  const client = useQueryClient();
  const keys = useRetryKeys();
  return useMutation({
    mutationFn: ({ id, verb, ...body }: Change) => write<StaffMember>(`staff/${id}/${verb}`, body, { key: keys.keyOf({ id, verb, body }) }),
    onSuccess: () => {
      keys.done();
      return client.invalidateQueries({ queryKey: ['staff'] });
    },
  });
};

/** The new password is told once; whoever was signed in with the old one no longer is. */
export const useResetPassword = () =>
  useMutation({ mutationFn: (id: string) => write<{ oneTimePassword: string }>(`staff/${id}/reset-password`, {}, { key: crypto.randomUUID() }) });
