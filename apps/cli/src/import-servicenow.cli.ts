import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Api } from './platform/api.adapter.js';
import { EXIT } from './platform/failure.js';
import { asTenant } from './platform/tenant.adapter.js';
import { copyRatio } from './servicenow/copy-ratio.adapter.js';
import { importLog, type Witness } from './servicenow/import-log.adapter.js';
import { wallClockIn } from './servicenow/local-time.js';
import { openLog, type LogFile } from './servicenow/log-file.adapter.js';
import { progressText } from './progress.js';
import { importSummary, summaryText } from './servicenow/summary.js';
import { doing, onPlatform, type TenantOption } from './session.cli.js';
import { ProgressLine, terminal } from './terminal.adapter.js';
import { timeZone } from './arguments.cli.js';

type Options = TenantOption & { readonly zone: string; readonly json?: boolean; readonly measure?: boolean };

const EXAMPLES = `
Every row becomes the commands that explain it, with the row's own time. A run that was stopped is gone on with by
giving the command again; what was taken before is not taken again. Rows that cannot be read are listed, and refused.

Exits with 1 when rows were refused.

Examples:
  onmaru import servicenow incident_event_log.csv.gz
  onmaru import servicenow incidents.csv --measure --json
  onmaru import servicenow incidents.csv --zone America/Sao_Paulo --json`;

export const addImport = (program: Command): void => {
  const imports = program.command('import').description('bring in the history of another system');
  imports
    .command('servicenow')
    .description("import an audit log of ServiceNow's incidents, .csv or .csv.gz")
    .argument('<file>', 'the log')
    .option('--zone <zone>', 'time zone that the log was kept in', timeZone, 'UTC')
    .option('--json', 'end with one JSON object')
    .option('--measure', 'compare its speed with COPY of the same events, as copyRatio')
    .option('--tenant <name>', 'whose cases these are, where there is more than one tenant')
    .addHelpText('after', EXAMPLES)
    .action((file: string, options: Options) =>
      doing(async (settings) => {
        const log = await openLog(resolve(settings.folder, file));
        return onPlatform(settings, async (api) => run(log, options, api, await asTenant(api, options.tenant)));
      }),
    );
};

const run = async (log: LogFile, { zone, json, measure }: Options, platform: Api, api: Api): Promise<number> => {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  const progress = new ProgressLine();
  const say = (text: string) => {
    progress.clear();
    terminal.talk(text);
  };
  const witness: Witness = {
    remarked: ({ line, remarks }) => say(`line ${line}: ${remarks.join('; ')}`),
    refused: ({ line, number, reason }) => say(`line ${line} refused${number === null ? '' : ` (incident ${number})`}: ${reason}`),
    progressed: ({ rows }, share) => progress.show((columns) => progressText({ share, rows, seconds: seconds() }, columns)),
  };
  process.once('SIGINT', () => {
    say('Stopped. Give the same command again, and it goes on from here.');
    process.exit(EXIT.stopped);
  });
  const compare = measure && (await copyRatio(platform, say));
  const first = seconds();
  const { account, cases } = await importLog(log, wallClockIn(zone), api, witness);
  const taken = seconds() - first;
  progress.announce('Waiting until every view shows it …');
  await api.ask('cases', { query: { limit: '1' }, headers: { 'onmaru-position': `${account.position}` }, tries: Infinity });
  progress.clear();
  const whole = seconds();
  const summary = { ...importSummary(account, cases, whole), ...(compare && { copyRatio: await compare(account.position, taken) }) };
  await terminal.data(json ? JSON.stringify(summary) : summaryText(summary));
  return summary.refused > 0 ? EXIT.refused : EXIT.ok;
};
