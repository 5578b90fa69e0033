import type { Command } from 'commander';
import { EXIT } from './platform/failure.js';
import { askingPlatform, type TenantOption } from './session.cli.js';
import { terminal } from './terminal.adapter.js';
import { verdictText, type Verdict } from './verdict.js';

const EXAMPLES = `
Waits for the head of the log as it is at the start, then checks by their ids: I2 streams without gaps, I3 views equal
to the fold of the log, I4 nobody beyond capacity by routing, I8 dead letters with a reason, I9 tenants apart.

Exits with 1 on any breach.

Examples:
  onmaru verify
  onmaru verify --json`;

export const addVerify = (program: Command): void => {
  program
    .command('verify')
    .description('check the invariants of the log, its views and its messages')
    .option('--json', 'the verdict as one JSON object')
    .option('--tenant <name>', 'the tenant to ask as, where there is more than one')
    .addHelpText('after', EXAMPLES)
    .action((options: TenantOption & { json?: boolean }) =>
      askingPlatform(options, async (api) => {
        const verdict = await api.json<Verdict>('operations/verify');
        await terminal.data(options.json ? JSON.stringify(verdict) : verdictText(verdict));
        return verdict.ok ? EXIT.ok : EXIT.refused;
      }),
    );
};
