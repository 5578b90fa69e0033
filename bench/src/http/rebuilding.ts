import { setTimeout as pause } from 'node:timers/promises';
import type { Platform } from './platform.js';

type Rebuild = { readonly view: string; readonly state: 'running' | 'paused' | 'done' | 'failed'; readonly equal?: boolean; readonly reason?: string };

/** How often every view was rebuilt, and those that were not what the log says, or could not be. */
export type Rebuilding = { readonly rebuilt: number; readonly wrong: readonly string[] };

const LOOK_EVERY = 500;

/** Has every view rebuilt, again and again, until `stop` aborts. */
export const rebuilding = async ({ url, operator }: Platform, stop: AbortSignal): Promise<Rebuilding> => {
  const ask = async (method: 'GET' | 'POST'): Promise<readonly Rebuild[]> => {
    const answer = await fetch(`${url}/api/v1/operations/rebuilds`, { method, headers: { authorization: `Bearer ${operator}`, 'content-type': 'application/json' }, ...(method === 'POST' && { body: '{}' }) });
    if (!answer.ok) throw new Error(`rebuilds: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as readonly Rebuild[];
  };
  const wrong: string[] = [];
  let rebuilt = 0;
  while (!stop.aborted) {
    await ask('POST');
    let all = await ask('GET');
    for (; all.some(({ state }) => state === 'running'); all = await ask('GET')) await pause(LOOK_EVERY);
    wrong.push(...all.filter(({ state, equal }) => state !== 'done' || equal !== true).map(({ view, state, reason }) => `${view}: ${reason ?? state}`));
    rebuilt += 1;
  }
  return { rebuilt, wrong };
};
