import { setTimeout } from 'node:timers/promises';
import type { RebuildOptions } from '@onmaru/read-models';
import type { HostedView } from '../hosted-views.adapter.js';

type Step = { readonly view: string; readonly position: number; readonly head: number };
/** Whether the live rows were what the log makes of them, and the rows that it makes. */
type Replayed = { readonly view: string; readonly equal: boolean; readonly hash: string; readonly rows: number };
type Failed = { readonly view: string; readonly failed: string };
export type ReplayLine = Step | Replayed | Failed;

/** Compares each view with its fold from nothing and, but for `compareOnly`, puts what the log makes in its place. Ends early when `stop` aborts. */
export async function* replay(views: readonly HostedView[], compareOnly: boolean, stop: AbortSignal): AsyncGenerator<ReplayLine, void> {
  for (const view of views) {
    try {
      const { hashes } = yield* rebuilt(view, { compareOnly: true, stop });
      if (!hashes) throw new Error('the view was not compared');
      if (!compareOnly) yield* rebuilt(view, { stop });
      yield { view: view.name, equal: hashes.live.hash === hashes.rebuilt.hash, ...hashes.rebuilt };
    } catch (error) {
      if (stop.aborted) return;
      yield { view: view.name, failed: error instanceof Error ? error.message : 'unknown' };
    }
  }
}

const rebuilt = ({ name: view, service: { runner } }: HostedView, options: RebuildOptions) =>
  watched<Step, Awaited<ReturnType<typeof runner.rebuild>>>((tell) =>
    runner.rebuild(view, { ...options, onProgress: (position, head) => tell({ view, position, head }) }),
  );

/** Milliseconds between two steps that are told. */
const PACE = 250;

/** The newest of what `work` tells, at most one per {@link PACE}, and in the end what it answers. */
async function* watched<Told, Result>(work: (tell: (told: Told) => void) => Promise<Result>): AsyncGenerator<Told, Result> {
  let newest: Told | undefined;
  const working = work((told) => {
    newest = told;
  });
  const ended = working.then(
    () => true,
    () => true,
  );
  while (!(await Promise.race([ended, setTimeout(PACE, false, { ref: false })]))) {
    if (newest === undefined) continue;
    yield newest;
    newest = undefined;
  }
  return working;
}
