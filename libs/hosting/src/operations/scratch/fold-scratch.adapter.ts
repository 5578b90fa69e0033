import { setTimeout } from 'node:timers/promises';
import type { Part, Scratched } from '@onmaru/read-models';
import type { HostedView } from '../hosted-views.adapter.js';

type Step = { readonly service: string; readonly position: number; readonly head: number };
type Failed = { readonly service: string; readonly failed: string };
export type ScratchLine = Step | Scratched | Failed;

/** What a part of the log makes of these views, service by service; the views that serve are not touched. Ends early when `stop` aborts. */
export async function* foldScratch(views: readonly HostedView[], part: Part, stop: AbortSignal): AsyncGenerator<ScratchLine, void> {
  for (const [{ schema: service, runner }, own] of Map.groupBy(views, (view) => view.service)) {
    try {
      yield* yield* watched<Step, readonly Scratched[]>((tell) =>
        runner.scratch({ ...part, views: own.map(({ name }) => name), stop, onProgress: (position, head) => tell({ service, position, head }) }),
      );
    } catch (error) {
      if (stop.aborted) return;
      yield { service, failed: error instanceof Error ? error.message : 'unknown' };
    }
  }
}

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
