import type { Speed } from '@onmaru/playback';
import type { Duration } from '@onmaru/time';
import { Option, type Command } from 'commander';
import { duration, momentOrPosition, speed } from './arguments.cli.js';
import { foldFresh } from './fold-fresh.cli.js';
import { misuse } from './platform/failure.js';
import { play } from './playing/play.cli.js';
import type { Span } from './playing/span.js';
import { rebuildViews } from './rebuild-views.cli.js';
import { printReport } from './report-cases.cli.js';
import { askingPlatform, askingTenant, doing, type TenantOption } from './session.cli.js';

type Options = TenantOption &
  Span & {
    readonly view?: string;
    readonly json?: boolean;
    readonly resume?: boolean;
    readonly into?: 'fresh';
    readonly play?: boolean;
    readonly speed?: Speed;
    readonly longestGap?: Duration;
  };

const EXAMPLES = `
Rebuilds views from nothing beside those that serve, compares both by row hash, and puts the new ones in their place.
Ctrl-C pauses, and --resume goes on; so does the same command. With --until it shows the past instead: the case report
as of then.

With --into fresh it folds the log, or the part of it that is named, into tables that nobody reads, and says the hash of
their rows: two platforms with the same history have the same.

With --play it prints the events of a span in the order of the log, at the pace at which they happened or faster. On a
terminal: space pauses and goes on, s or . takes one event, r begins again, + and - change the speed, q ends.

Exits with 1 when a view was not what the log says.

Examples:
  onmaru replay
  onmaru replay --view case-details
  onmaru replay --until 2016-05-01T00:00:00Z
  onmaru replay --into fresh --until 2016-05-01T00:00:00Z --type cases.CaseOpened.v1,cases.CaseResolved.v1
  onmaru replay --play --from 2016-03-01T00:00:00Z --until 2016-03-02T00:00:00Z --speed 10000 --longest-gap 1h
  onmaru replay --play --type cases.CaseReopened.v1,cases.CaseResolved.v1 | jq -r .subject`;

export const addReplay = (program: Command): void => {
  program
    .command('replay')
    .description('rebuild views from the log, play its events, or show the past')
    .option('--view <name>', 'only this view')
    .option('--resume', 'go on with rebuilds that were paused, interrupted or failed')
    .addOption(new Option('--into <where>', 'fold into fresh tables that do not replace the views').choices(['fresh']).conflicts('resume'))
    .addOption(new Option('--play', 'print the events as they happened, at their pace').conflicts(['view', 'resume', 'into']))
    .option('--from <moment>', 'with --play or --into fresh: from a moment on, or after a position of the log', momentOrPosition)
    .option('--until <moment>', 'show the cases as of a moment, or a position of the log; with --play or --into fresh, the last of what is taken', momentOrPosition)
    .option('--type <types>', 'with --play or --into fresh: only events of these types, with commas between them')
    .option('--speed <times>', 'with --play: 1 is the pace at which they happened, 100 a hundred times that; max waits for nothing', speed)
    .option('--longest-gap <time>', 'with --play: wait for no event as if more than this had passed: 90s, 30m, 1h, 2d', duration)
    .option('--json', 'one JSON object per view, or per event, or for the report')
    .option('--tenant <name>', 'whose past, or whose events, where there is more than one tenant')
    .addHelpText('after', EXAMPLES)
    .action(replay);
};

/** What was said that means nothing without what was not; null when all of it means something. */
const stray = ({ play, into, from, type, speed, longestGap, until, view }: Options) => {
  if (!play && (speed ?? longestGap) !== undefined) return misuse('--speed and --longest-gap say how events are played.', 'Give --play with them.');
  if (!play && into === undefined && (from ?? type) !== undefined) return misuse('--from and --type name a part of the log.', 'Give --play or --into fresh with them.');
  if (into === undefined && until !== undefined && view !== undefined) return misuse("--until cannot be used with --view: the report is of all cases.", 'Leave one of them out.');
  return null;
};

const replay = (options: Options): Promise<void> => {
  const { into, until, tenant } = options;
  const trouble = stray(options);
  if (trouble) return doing(() => Promise.reject(trouble));
  if (options.play) return play(options);
  if (into === 'fresh') return askingPlatform({}, (api) => foldFresh(api, options));
  const whose = tenant === undefined ? {} : { tenant };
  if (until !== undefined) return askingTenant(whose, (api) => printReport(api, { ...options, asOf: until }));
  return askingPlatform({}, (api) => rebuildViews(api, options));
};
