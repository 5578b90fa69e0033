import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from './platform/api.adapter.js';
import { EXIT } from './platform/failure.js';
import { isRight, rebuiltJson, rebuiltText, runningText, type Rebuild } from './rebuilding.js';
import { ProgressLine, terminal } from './terminal.adapter.js';

const REBUILDS = 'operations/rebuilds';
/** Milliseconds between two looks. */
const PACE = 200;

export type RebuildOptions = { readonly view?: string; readonly resume?: boolean; readonly json?: boolean };

/** Starts the rebuilds, or goes on with those that were not finished, and follows them to their end. */
export const rebuildViews = async (api: Api, { view, resume, json }: RebuildOptions): Promise<number> => {
  const progress = new ProgressLine();
  const began = resume ? await resumed(api, view) : await api.json<readonly Rebuild[]>(REBUILDS, { method: 'POST', body: view === undefined ? {} : { views: [view] } });
  if (began.length === 0) terminal.talk('No rebuild waits to go on.');
  const awaited = new Set(began.map((one) => one.view));
  const interrupted = new AbortController();
  const stop = (): void => interrupted.abort();
  process.once('SIGINT', stop);
  let worst: number = EXIT.ok;
  let now = began;
  while (awaited.size > 0) {
    const running = now.filter((one) => awaited.has(one.view) && one.state === 'running');
    if (interrupted.signal.aborted) return paused(api, running, progress, view);
    for (const one of now.filter((all) => awaited.has(all.view) && all.state !== 'running')) {
      progress.clear();
      await terminal.data(json ? JSON.stringify(rebuiltJson(one)) : rebuiltText(one));
      if (!isRight(one)) worst = EXIT.refused;
      awaited.delete(one.view);
    }
    for (const name of awaited) if (!now.some((one) => one.view === name)) awaited.delete(name);
    if (running.length > 0) progress.show((columns) => runningText(running, columns));
    if (awaited.size === 0) break;
    await sleep(PACE);
    now = await api.json<readonly Rebuild[]>(REBUILDS);
  }
  process.off('SIGINT', stop);
  progress.clear();
  return worst;
};

const resumed = async (api: Api, view: string | undefined): Promise<readonly Rebuild[]> => {
  const waiting = (await api.json<readonly Rebuild[]>(REBUILDS)).filter((one) => (one.state === 'paused' || one.state === 'failed') && [one.view, undefined].includes(view));
  return waiting.length === 0 ? [] : api.json(REBUILDS, { method: 'POST', body: { views: waiting.map((one) => one.view) } });
};

const paused = async (api: Api, running: readonly Rebuild[], progress: ProgressLine, view: string | undefined): Promise<number> => {
  progress.clear();
  for (const one of running) terminal.talk(rebuiltText(await api.json<Rebuild>(`${REBUILDS}/${one.view}/pause`, { method: 'POST', also: [404, 409] })));
  terminal.talk(`Stopped. \`onmaru replay${view === undefined ? '' : ` --view ${view}`} --resume\` goes on from here.`);
  return EXIT.stopped;
};
