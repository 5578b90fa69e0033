import type { Command } from 'commander';
import { EXIT } from './platform/failure.js';
import { askingPlatform } from './session.cli.js';
import { terminal } from './terminal.adapter.js';

type Options = { readonly admin: string; readonly slug?: string; readonly json?: boolean };
type Created = { readonly tenant: string; readonly oneTimePassword: string };

const EXAMPLES = `
The password is shown this once, and is to be changed at the first sign-in.

Examples:
  onmaru tenant create "Hanok Hotel" --admin ada@hanok.example
  onmaru tenant create 한옥호텔 --slug hanok --admin ada@hanok.example`;

export const addTenant = (program: Command): void => {
  program
    .command('tenant')
    .description('the organisations on a platform')
    .command('create')
    .description('create a tenant, and its first admin')
    .argument('<name>', 'what it is called')
    .requiredOption('--admin <e-mail>', "the first admin's e-mail address")
    .option('--slug <name>', 'its short name, which --tenant takes: 2 to 40 small Latin letters, digits and dashes; made from the name where that gives one')
    .option('--json', 'the answer as one JSON object')
    .addHelpText('after', EXAMPLES)
    .action((name: string, { admin, slug, json }: Options) =>
      askingPlatform({}, async (api) => {
        const created = await api.json<Created>('tenants', { method: 'POST', body: { name, adminEmail: admin, slug } });
        if (!json) terminal.talk(`Tenant ${created.tenant} is there. One-time password of ${admin}:`);
        await terminal.data(json ? JSON.stringify(created) : created.oneTimePassword);
        return EXIT.ok;
      }),
    );
};
