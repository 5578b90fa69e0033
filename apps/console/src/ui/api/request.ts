import { sawPosition, seenPosition } from './position.js';
import { ApiProblem, unreachable } from './problem.js';
import { accessToken, loseSession, refreshSession } from './session.js';
import { traceOfAct, traceparent } from './trace.js';

type Query = Readonly<Record<string, string | number | boolean | undefined>>;

type Writing = {
  /** The same for every try of one act, so that it happens once. */
  readonly key: string;
  /** The revision that the person had before their eyes. */
  readonly ifMatch?: number;
};

export const read = async <T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> => {
  const answer = await asked(`${path}${queryText(query)}`, () => ({ method: 'GET', headers: headers(), signal: signal ?? null }));
  return (await answer.json()) as T;
};

export const write = <T>(path: string, body: unknown, writing: Writing): Promise<T> => changed('POST', path, body, writing);

export const remove = <T>(path: string, writing: Writing): Promise<T> => changed('DELETE', path, {}, writing);

const changed = async <T>(method: 'POST' | 'DELETE', path: string, body: unknown, { key, ifMatch }: Writing): Promise<T> => {
  const answer = await asked(path, () => ({
    method,
    headers: {
      ...headers(traceOfAct(key)),
      'content-type': 'application/json',
      'idempotency-key': key,
      ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
    },
    body: JSON.stringify(body ?? {}),
  }));
  return (answer.status === 204 ? undefined : await answer.json()) as T;
};

/** Signing in and out, which must not be refreshed and tried again. */
export const authenticate = async <T>(path: string, body: unknown): Promise<T> => {
  const answer = await sent(path, { method: 'POST', headers: { ...headers(), 'content-type': 'application/json' }, body: JSON.stringify(body) });
  if (!answer.ok) throw await problemIn(answer);
  return (answer.status === 204 ? undefined : await answer.json()) as T;
};

/** `trace`: that of an act of which more than one request may come. */
export const headers = (trace?: string): Record<string, string> => {
  const token = accessToken();
  const seen = seenPosition();
  return {
    accept: 'application/json',
    'accept-language': document.documentElement.lang || 'ko',
    traceparent: traceparent(trace),
    ...(token !== null && { authorization: `Bearer ${token}` }),
    ...(seen > 0 && { 'onmaru-position': String(seen) }),
  };
};

/** Sends with a fresh token when the one at hand is no longer good; when there is none to be had, the session is over. */
export const asked = async (path: string, request: () => RequestInit): Promise<Response> => {
  let answer = await sent(path, request());
  if (answer.status === 401 && (await refreshSession())) answer = await sent(path, request());
  if (answer.status === 401) loseSession();
  if (!answer.ok) throw await problemIn(answer);
  sawPosition(Number(answer.headers.get('onmaru-position') ?? 0));
  return answer;
};

const sent = async (path: string, request: RequestInit): Promise<Response> => {
  try {
    return await fetch(`/api/v1/${path}`, { ...request, credentials: 'same-origin' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw unreachable();
  }
};

const problemIn = async (answer: Response): Promise<ApiProblem> => {
  const said = answer.headers.get('content-type')?.includes('json') ? ((await answer.json()) as object) : {};
  return new ApiProblem(answer.status, said);
};

const queryText = (query: Query): string => {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}`;
};
