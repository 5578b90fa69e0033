import { Option, type Command } from 'commander';
import { momentOrPosition } from './arguments.cli.js';
import { grouped } from './grouped.js';
import type { Api } from './platform/api.adapter.js';
import { EXIT } from './platform/failure.js';
import { addPlayOptions, playInstead } from './playing/play.cli.js';
import { printReport } from './report-cases.cli.js';
import { isRebuilt, isRight, rebuiltText, type Rebuilding } from './rebuilding.js';
import { askingPlatform, askingTenant, type TenantOption } from './session.cli.js';
import { ProgressLine, terminal } from './terminal.adapter.js';

type Options = TenantOption & { readonly view?: string; readonly until?: string; readonly json?: boolean };

const EXAMPLES = `
Rebuilds views from nothing beside those that serve, compares both by row hash, and puts the new ones in their place.
With --until it shows the past instead: the case report as of then.
With --play it prints the events of a span in the order of the log, at the pace at which they happened or faster. On a
terminal: space pauses and goes on, s or . takes one event, r begins again, + and - change the speed, q ends.

Exits with 1 when a view was not what the log says.

Examples:
  onmaru replay
  onmaru replay --view case-details
  onmaru replay --until 2016-05-01T00:00:00Z
  onmaru replay --play --from 2016-03-01T00:00:00Z --until 2016-03-02T00:00:00Z --speed 10000 --longest-gap 1h
  onmaru replay --play --type cases.CaseReopened.v1,cases.CaseResolved.v1 | jq -r .subject`;

export const addReplay = (program: Command): void => {
  const replay = program
    .command('replay')
    .description('rebuild views from the log, play its events, or show the past')
    .option('--view <name>', 'only this view')
    .addOption(new Option('--until <moment>', 'show the cases as of a moment, or a position of the log; with --play, the last of what is played').argParser(momentOrPosition).conflicts('view'))
    .option('--json', 'one JSON object per view, or per event, or for the report')
    .option('--tenant <name>', 'whose past, where there is more than one tenant')
    .addHelpText('after', EXAMPLES);
  addPlayOptions(replay).action(playInstead(run));
};

const run = ({ view, until, ...options }: Options): Promise<void> =>
  until === undefined
    ? askingPlatform({}, (api) => rebuild(api, view, options.json ?? false))
    : askingTenant(options, (api) => printReport(api, { ...options, asOf: until }));

const rebuild = async (api: Api, view: string | undefined, json: boolean): Promise<number> => {
  const progress = new ProgressLine();
  let worst: number = EXIT.ok;
  for await (const line of api.lines('operations/replay', { method: 'POST', body: view === undefined ? {} : { view } })) {
    const step = JSON.parse(line) as Rebuilding;
    if (!isRebuilt(step)) {
      progress.show(() => `${step.view}  ${grouped(step.position)} of ${grouped(step.head)} events`);
      continue;
    }
    progress.clear();
    await terminal.data(json ? line : rebuiltText(step));
    if (!isRight(step)) worst = EXIT.refused;
  }
  return worst;
};
