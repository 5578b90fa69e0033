import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { forgetPosition } from '../api/position.js';
import { ApiProblem } from '../api/problem.js';
import { authenticate } from '../api/request.js';
import { endSession } from '../api/session.js';
import { forgetDrafts } from '../drafts/drafts.js';
import { meOptions } from '../requests/get-me.js';

/** Ends the session here and on the server, and leaves nothing of it in the browser. */
export const useSignOut = () => {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async (): Promise<void> => {
    await authenticate('auth/sign-out', {}).catch((error: unknown) => {
      // The cookie of a session that is over, or of a server that cannot be reached, is of no more use than none.
      if (!(error instanceof ApiProblem)) throw error;
    });
    endSession();
    forgetPosition();
    forgetDrafts(sessionStorage);
    client.clear();
    client.setQueryData(meOptions().queryKey, null);
    await navigate({ to: '/sign-in', search: { why: 'out' } });
  };
};
