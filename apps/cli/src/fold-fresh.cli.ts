import { grouped } from './grouped.js';
import type { Api } from './platform/api.adapter.js';
import { EXIT } from './platform/failure.js';
import { spanQuery } from './playing/span.js';
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

const numbered = (part: Readonly<Record<string, string | undefined>>): object =>
  Object.fromEntries(Object.entries(part).flatMap(([name, value]) => (value === undefined ? [] : [[name, ['from', 'upTo'].includes(name) ? Number(value) : value]])));

/** Folds a part of the log into tables of its own, and says what it makes of each view. */
export const foldFresh = async (api: Api, { view, from, until, tenant, type, json }: FreshOptions): Promise<number> => {
  const body = {
    ...(view !== undefined && { views: [view] }),
    ...numbered(spanQuery({ ...(from !== undefined && { from }), ...(until !== undefined && { until }) })),
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
