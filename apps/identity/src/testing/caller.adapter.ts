import type { NestFastifyApplication } from '@nestjs/platform-fastify';

type Headers = Readonly<Record<string, string>>;
export type Reply = { readonly status: number; readonly body: Record<string, unknown>; readonly headers: Readonly<Record<string, unknown>>; readonly text: string };

/** Calls the API of an application as somebody with a token would. For specs. */
export const callerOf = (app: NestFastifyApplication) => {
  const call = async (method: 'GET' | 'POST' | 'DELETE', path: string, token?: string, payload?: object | string, headers: Headers = {}): Promise<Reply> => {
    const url = path.startsWith('/') ? path : `/api/v1/${path}`;
    const authorization: Headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const reply = await app.inject({ method, url, headers: { ...authorization, ...headers }, ...(payload && { payload }) });
    return { status: reply.statusCode, body: reply.body === '' || String(reply.headers['content-type']).startsWith('application/x-ndjson') ? {} : reply.json<Record<string, unknown>>(), headers: reply.headers, text: reply.body };
  };
  const signIn = async (email: string, password: string): Promise<string> =>
    (await call('POST', 'auth/sign-in', undefined, { email, password })).body['accessToken'] as string;
  return { call, signIn };
};
