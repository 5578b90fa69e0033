import { useMutation, useQueryClient } from '@tanstack/react-query';
import { forgetPosition } from '../../ui/api/position.js';
import { authenticate } from '../../ui/api/request.js';
import { startSession } from '../../ui/api/session.js';
import { meOptions } from '../../ui/requests/get-me.js';

type SignIn = { readonly email: string; readonly password: string };

export const useSignIn = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ email, password }: SignIn) => {
      const { accessToken } = await authenticate<{ accessToken: string }>('auth/sign-in', { email, password, cookie: true });
      forgetPosition();
      startSession(accessToken);
      client.clear();
      return client.fetchQuery(meOptions());
    },
  });
};
