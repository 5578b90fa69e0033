import { useMutation } from '@tanstack/react-query';
import { write } from '../../ui/api/request.js';
import type { Role, StaffMember } from '../../ui/api/types.js';
import { useWrite } from '../../ui/requests/use-write.js';

export type Change = { readonly id: string } & (
  | { readonly verb: 'change-role'; readonly role: Role }
  | { readonly verb: 'disable' }
  | { readonly verb: 'enable' }
);

export const useChangeStaff = () => useWrite(({ id, verb, ...body }: Change, key) => write<StaffMember>(`staff/${id}/${verb}`, body, { key }), ['staff']);

/** The new password is told once; whoever was signed in with the old one no longer is. */
export const useResetPassword = () =>
  useMutation({ mutationFn: (id: string) => write<{ oneTimePassword: string }>(`staff/${id}/reset-password`, {}, { key: crypto.randomUUID() }) });
