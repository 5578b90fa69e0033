import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { position } from './arguments.cli.js';
import { ensureNew } from './new-file.adapter.js';
import { parquetWriter } from './parquet.adapter.js';
import type { Api } from './platform/api.adapter.js';
import { EXIT, misuse } from './platform/failure.js';
import { asTenant } from './platform/tenant.adapter.js';
import { printLines } from './print-lines.cli.js';
import { eventLines, type Format } from './records.js';
import { askingTenant, doing, onPlatform, type TenantOption } from './session.cli.js';
import { terminal } from './terminal.adapter.js';

type Options = TenantOption & { readonly from?: string; readonly type?: string; readonly format: Format | 'parquet'; readonly out?: string };

const EXAMPLES = `
Personal fields are withheld.

Examples:
  onmaru events > events.ndjson
  onmaru events --type cases.CaseReopened.v1 --format csv
  onmaru events --format parquet --out events.parquet
  onmaru events --from 100000 | jq -r .type | sort | uniq -c`;

export const addEvents = (program: Command): void => {
  program
    .command('events')
    .description('the log as a stream, an event per line')
    .option('--from <position>', 'the events after this position', position)
    .option('--type <type>', 'only events of this type')
    .addOption(new Option('--format <format>', 'how a line looks').choices(['ndjson', 'csv', 'parquet']).default('ndjson'))
    .option('--out <file>', 'the Parquet file to write')
    .option('--tenant <name>', 'whose events, where there is more than one tenant')
    .addHelpText('after', EXAMPLES)
    .action(({ format, out, ...wanted }: Options) => {
      if (format === 'parquet') return write(wanted, out);
      if (out !== undefined) program.error('error: --out is for --format parquet; other formats go to standard output');
      return print(wanted, format);
    });
};

type Wanted = Omit<Options, 'format' | 'out'>;

const asked = (api: Api, { from, type }: Wanted): AsyncIterable<string> =>
  api.lines('events', { query: { from, type }, headers: { accept: 'application/x-ndjson' } });

const print = (wanted: Wanted, format: Format): Promise<void> =>
  askingTenant(wanted, async (api) => {
    await printLines(eventLines(format), asked(api, wanted));
    return EXIT.ok;
  });

const write = (wanted: Wanted, out: string | undefined): Promise<void> =>
  doing(async (settings) => {
    if (out === undefined) throw misuse('Parquet goes to a file.', 'Name it with --out.');
    const file = resolve(settings.folder, out);
    ensureNew(file);
    const intoParquet = await parquetWriter();
    return onPlatform(settings, async (api) => {
      const count = await intoParquet(asked(await asTenant(api, wanted.tenant), wanted), file);
      terminal.talk(`${count} events are in ${file}.`);
      return EXIT.ok;
    });
  });
