import type { Command } from 'commander';
import { momentOrPosition } from './arguments.cli.js';
import type { Api } from './platform/api.adapter.js';
import { EXIT } from './platform/failure.js';
import { reportText, type CaseReport } from './case-report.js';
import { askingTenant, type TenantOption } from './session.cli.js';
import { terminal } from './terminal.adapter.js';

type Options = TenantOption & { readonly asOf?: string; readonly json?: boolean };

const EXAMPLES = `
Its hash is the SHA-256 of the exported cases sorted by external id: two platforms with the same history have the same.

Examples:
  onmaru report cases
  onmaru report cases --as-of 2016-05-01T00:00:00Z --json
  onmaru report cases --as-of 4711`;

export const addReport = (program: Command): void => {
  program
    .command('report')
    .description('count what there is')
    .command('cases')
    .description('cases by state and priority, now or as they were')
    .option('--as-of <moment>', 'a moment, or a position of the log', momentOrPosition)
    .option('--json', 'the report as one JSON object')
    .option('--tenant <name>', 'whose cases, where there is more than one tenant')
    .addHelpText('after', EXAMPLES)
    .action((options: Options) => askingTenant(options, (api) => printReport(api, options)));
};

export const printReport = async (api: Api, { asOf, json }: Options): Promise<number> => {
  const report = await api.json<CaseReport>('cases/report', { query: { asOf } });
  await terminal.data(json ? JSON.stringify(report) : reportText(report));
  return EXIT.ok;
};
