import { Option, type Command } from 'commander';
import { position } from './arguments.cli.js';
import { EXIT } from './platform/failure.js';
import { eventLines, type Format } from './records.js';
import { askingTenant, type TenantOption } from './session.cli.js';
import { printLines } from './print-lines.cli.js';

type Options = TenantOption & { readonly from?: string; readonly type?: string; readonly format: Format };

const EXAMPLES = `
Personal fields are withheld. Parquet is not offered.

Examples:
  onmaru events > events.ndjson
  onmaru events --type cases.CaseReopened.v1 --format csv
  onmaru events --from 100000 | jq -r .type | sort | uniq -c`;

export const addEvents = (program: Command): void => {
  program
    .command('events')
    .description('the log as a stream, an event per line')
    .option('--from <position>', 'the events after this position', position)
    .option('--type <type>', 'only events of this type')
    .addOption(new Option('--format <format>', 'how a line looks').choices(['ndjson', 'csv']).default('ndjson'))
    .option('--tenant <name>', 'whose events, where there is more than one tenant')
    .addHelpText('after', EXAMPLES)
    .action(({ from, type, format, ...options }: Options) =>
      askingTenant(options, async (api) => {
        const query = new URLSearchParams({ ...(from !== undefined && { from }), ...(type !== undefined && { type }) });
        await printLines(eventLines(format), api.lines(`events?${query.toString()}`, { headers: { accept: 'application/x-ndjson' } }));
        return EXIT.ok;
      }),
    );
};
