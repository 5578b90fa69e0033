import { Option, type Command } from 'commander';
import { momentOrPosition } from './arguments.cli.js';
import { EXIT } from './platform/failure.js';
import { printLines } from './print-lines.cli.js';
import { caseLines, type Format } from './records.js';
import { askingTenant, type TenantOption } from './session.cli.js';

type Options = TenantOption & { readonly asOf?: string; readonly format: Format };

const EXAMPLES = `
Examples:
  onmaru export cases > cases.ndjson
  onmaru export cases --format csv --as-of 2016-05-01T00:00:00Z > may.csv`;

export const addExport = (program: Command): void => {
  program
    .command('export')
    .description('take records out')
    .command('cases')
    .description('every case, one per line, now or as it was')
    .addOption(new Option('--format <format>', 'how a line looks').choices(['ndjson', 'csv']).default('ndjson'))
    .option('--as-of <moment>', 'a moment, or a position of the log', momentOrPosition)
    .option('--tenant <name>', 'whose cases, where there is more than one tenant')
    .addHelpText('after', EXAMPLES)
    .action(({ asOf, format, ...options }: Options) =>
      askingTenant(options, async (api) => {
        await printLines(caseLines(format), api.lines('cases/export', { query: { asOf } }));
        return EXIT.ok;
      }),
    );
};
