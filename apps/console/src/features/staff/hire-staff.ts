import { useMutation, useQueryClient } from '@tanstack/react-query';
import { write } from '../../ui/api/request.js';
import { useRetryKeys } from '../../ui/api/retry-key.js';
import type { StaffMember } from '../../ui/api/types.js';

export type NewColleague = { readonly name: string; readonly email?: string; readonly role: string; readonly capacity?: number };

/** Whoever has an e-mail address gets a first password, told once. */
export const useHireStaff = () => {
  const client = useQueryClient();
  const keys = useRetryKeys();
  return useMutation({
    mutationFn: (body: NewColleague) => write<StaffMember & { oneTimePassword?: string | null }>('staff', body, { key: keys.keyOf(body) }),
    onSuccess: () => {
      keys.done();
      void client.invalidateQueries({ queryKey: ['agents'] });
      return client.invalidateQueries({ queryKey: ['staff'] });
    },
  });
};
