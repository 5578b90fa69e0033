import type { Command } from 'commander';
import { NOTHING_PARKED, parkedIn, parkedText, type ViewStanding } from './parked.js';
import { EXIT } from './platform/failure.js';
import { askingPlatform, type TenantOption } from './session.cli.js';
import { terminal } from './terminal.adapter.js';

const EXAMPLES = `
A stream is parked by a view that cannot fold one of its events; whatever else the view reads goes on.

Examples:
  onmaru parked
  onmaru parked --json | jq -r .reason | sort | uniq -c`;

export const addParked = (program: Command): void => {
  program
    .command('parked')
    .description('the streams that views could not fold on, and why')
    .option('--json', 'one JSON object per stream')
    .option('--tenant <name>', 'only those of this tenant')
    .addHelpText('after', EXAMPLES)
    .action(({ json, ...tenant }: TenantOption & { readonly json?: boolean }) =>
      askingPlatform(tenant, async (api) => {
        const parked = parkedIn(await api.json<readonly ViewStanding[]>('operations/views'));
        for (const one of parked) await terminal.data(json ? JSON.stringify(one) : parkedText(one));
        if (parked.length === 0) terminal.talk(NOTHING_PARKED);
        return EXIT.ok;
      }),
    );
};
