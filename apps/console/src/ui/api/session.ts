import { unreachable } from './problem.js';

let token: string | null = null;
let running: Promise<boolean> | null = null;
const lost = new Set<() => void>();

/** The access token lives here and nowhere else; the refresh token is in a cookie that no script can read. */
export const accessToken = (): string | null => token;

export const startSession = (accessToken: string): void => {
  token = accessToken;
};

export const endSession = (): void => {
  token = null;
};

export const onSessionLost = (listener: () => void): (() => void) => {
  lost.add(listener);
  return () => lost.delete(listener);
};

export const loseSession = (): void => {
  endSession();
  lost.forEach((listener) => listener());
};

/** Gets a new access token by the cookie. Requests that fail together share one try; so do tabs, one after the other. */
export const refreshSession = (): Promise<boolean> => {
  running ??= inTurn(refresh).finally(() => {
    running = null;
  });
  return running;
};

const inTurn = (work: () => Promise<boolean>): Promise<boolean> =>
  'locks' in navigator ? navigator.locks.request('onmaru-refresh', work) : work();

const refresh = async (): Promise<boolean> => {
  const answer = await fetch('/api/v1/auth/refresh', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    credentials: 'same-origin',
    body: '{}',
  }).catch(() => {
    throw unreachable();
  });
  if (answer.status >= 500) throw unreachable();
  if (!answer.ok) return false;
  const { accessToken: renewed } = (await answer.json()) as { accessToken: string };
  token = renewed;
  return true;
};
