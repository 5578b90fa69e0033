import { useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../../ui/api/problem.js';
import { write } from '../../ui/api/request.js';
import { useMay, useMe } from '../../ui/requests/use-me.js';
import { presenceOptions } from './get-presence.js';

/** Whoever leaves is given no more work. */
export const useGoOffDuty = () => {
  const client = useQueryClient();
  const { id } = useMe();
  const may = useMay()('staff:set-presence');
  return async (): Promise<void> => {
    if (!may || client.getQueryData(presenceOptions(id).queryKey)?.presence === 'offline') return;
    await write(`staff/${id}/presence`, { presence: 'offline' }, { key: crypto.randomUUID() }).catch((error: unknown) => {
      // Nobody is kept from signing out: a supervisor can still set them offline.
      if (!(error instanceof ApiProblem)) throw error;
    });
  };
};
