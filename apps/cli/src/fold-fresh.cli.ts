import { grouped } from './grouped.js';
import type { Api } from './platform/api.adapter.js';
import { EXIT } from './platform/failure.js';
import { isScratched, scratchedText, type ScratchLine } from './rebuilding.js';
import { ProgressLine, terminal } from './terminal.adapter.js';

export type FreshOptions = {
  readonly view?: string;
  readonly from?: string;
  readonly until?: string;
  readonly tenant?: string;
  readonly type?: string;
  readonly json?: boolean;
};

const until = (moment: string | undefined): object => {
  if (moment === undefined) return {};
  return /^\d+$/.test(moment) ? { upTo: Number(moment) } : { until: moment };
};

/** Folds a part of the log into tables of its own, and says what it makes of each view. */
export const foldFresh = async (api: Api, { view, from, tenant, type, json, ...part }: FreshOptions): Promise<number> => {
  const body = {
    ...(view !== undefined && { views: [view] }),
    ...(from !== undefined && { from: Number(from) }),
    ...until(part.until),
    ...(tenant !== undefined && { tenant }),
    ...(type !== undefined && { types: type.split(',') }),
  };
  const progress = new ProgressLine();
  let worst: number = EXIT.ok;
  for await (const line of api.lines('operations/scratch', { method: 'POST', body })) {
    const step = JSON.parse(line) as ScratchLine;
    if (!isScratched(step)) {
      progress.show(() => `the views of ${step.service}  ${grouped(step.position)} of ${grouped(step.head)} events`);
      continue;
    }
    progress.clear();
    await terminal.data(json ? line : scratchedText(step));
    if ('failed' in step) worst = EXIT.refused;
  }
  return worst;
};
