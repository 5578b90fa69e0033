import { setTimeout as pause } from 'node:timers/promises';
import type { Ask } from './seed-demo.adapter.js';

/** How often a request is sent to a platform that is busy, or away for a moment; and how long it may take, in milliseconds. */
const [TRIES, PATIENCE] = [30, 30_000];

/** Asks over HTTP: whoever answers a path is at `addressOf` it. Requests carry ids of their own, so they may be sent again. */
export const asking =
  (addressOf: (path: string) => string): Ask =>
  async ({ method, url: path, payload, headers }) => {
    const body = payload && { body: JSON.stringify(payload) };
    for (let tried = 1; ; tried += 1) {
      const sent = { method, ...body, headers: { ...(payload && { 'content-type': 'application/json' }), ...headers }, signal: AbortSignal.timeout(PATIENCE) };
      const [answered] = await Promise.allSettled([fetch(`${addressOf(path)}${path}`, sent)]);
      if (answered.status === 'fulfilled' && (answered.value.status !== 503 || tried === TRIES)) return { statusCode: answered.value.status, body: await answered.value.text() };
      if (answered.status === 'rejected' && tried === TRIES) throw answered.reason;
      await pause(1000);
    }
  };
