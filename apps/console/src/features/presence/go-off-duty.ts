import { ApiProblem } from '../../ui/api/problem.js';
import { write } from '../../ui/api/request.js';
import { useMay, useMe } from '../../ui/requests/use-me.js';

/** Whoever leaves is given no more work. */
export const useGoOffDuty = () => {
  const { id } = useMe();
  const may = useMay()('staff:set-presence');
  return async (): Promise<void> => {
    if (!may) return;
    await write(`staff/${id}/presence`, { presence: 'offline' }, { key: crypto.randomUUID() }).catch((error: unknown) => {
      // Nobody is kept from signing out: a supervisor can still set them offline.
      if (!(error instanceof ApiProblem)) throw error;
    });
  };
};
