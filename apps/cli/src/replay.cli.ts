import { Option, type Command } from 'commander';
import { momentOrPosition, position } from './arguments.cli.js';
import { foldFresh, type FreshOptions } from './fold-fresh.cli.js';
import { rebuildViews, type RebuildOptions } from './rebuild-views.cli.js';
import { printReport } from './report-cases.cli.js';
import { askingPlatform, askingTenant } from './session.cli.js';

type Options = FreshOptions & RebuildOptions & { readonly into?: 'fresh' };

const EXAMPLES = `
Rebuilds views from nothing beside those that serve, compares both by row hash, and puts the new ones in their place.
Ctrl-C pauses, and --resume goes on; so does the same command. With --until it shows the past instead: the case report
as of then. With --into fresh it folds the log, or the part of it that is named, into tables that nobody reads, and
says the hash of their rows: two platforms with the same history have the same.

Exits with 1 when a view was not what the log says.

Examples:
  onmaru replay
  onmaru replay --view case-details
  onmaru replay --until 2016-05-01T00:00:00Z
  onmaru replay --into fresh --until 2016-05-01T00:00:00Z --type cases.CaseOpened.v1,cases.CaseResolved.v1`;

export const addReplay = (program: Command): void => {
  program
    .command('replay')
    .description('rebuild views from the log, or show the past')
    .option('--view <name>', 'only this view')
    .option('--resume', 'go on with rebuilds that were paused, interrupted or failed')
    .addOption(new Option('--into <where>', 'fold into fresh tables that do not replace the views').choices(['fresh']).conflicts('resume'))
    .option('--from <position>', 'with --into fresh: the events after this position', position)
    .option('--type <types>', 'with --into fresh: only events of these types, with commas between them')
    .option('--until <moment>', 'show the cases as of a moment, or a position of the log; with --into fresh: the events up to then', momentOrPosition)
    .option('--json', 'one JSON object per view, or for the report')
    .option('--tenant <name>', 'whose past, where there is more than one tenant; with --into fresh: only their events')
    .addHelpText('after', EXAMPLES)
    .action((options: Options, command: Command) => {
      const { into, from, type, until, view } = options;
      if (into === undefined && (from ?? type) !== undefined) return command.error('error: --from and --type are for --into fresh');
      if (into === undefined && until !== undefined && view !== undefined) return command.error("error: option '--until <moment>' cannot be used with option '--view <name>'");
      return run(options);
    });
};

const run = ({ into, until, tenant, ...options }: Options): Promise<void> => {
  const whose = tenant === undefined ? {} : { tenant };
  if (into === 'fresh') return askingPlatform({}, (api) => foldFresh(api, { ...options, ...whose, ...(until !== undefined && { until }) }));
  if (until !== undefined) return askingTenant(whose, (api) => printReport(api, { ...options, asOf: until }));
  return askingPlatform({}, (api) => rebuildViews(api, options));
};
