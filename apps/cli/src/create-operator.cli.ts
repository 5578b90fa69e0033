import type { Command } from 'commander';
import { EXIT, Failure } from './platform/failure.js';
import { runsPlatform } from './platform/tenant.adapter.js';
import { askingPlatform } from './session.cli.js';
import { terminal } from './terminal.adapter.js';

type Options = { readonly email: string; readonly json?: boolean };
type Created = { readonly id: string; readonly oneTimePassword?: string };

const EXAMPLES = `
An operator runs the platform and belongs to no tenant: in the console they see how it stands, and nothing of a tenant.
The password is shown this once.

Examples:
  onmaru operator create "Ada Kim" --email ada@operations.example`;

export const addOperator = (program: Command): void => {
  program
    .command('operator')
    .description('the people who run a platform')
    .command('create')
    .description('give somebody a sign-in to run the platform with')
    .argument('<name>', 'what they are called')
    .requiredOption('--email <e-mail>', 'their e-mail address, with which they sign in')
    .option('--json', 'the answer as one JSON object')
    .addHelpText('after', EXAMPLES)
    .action((name: string, { email, json }: Options) =>
      askingPlatform({}, async (api) => {
        // Whoever hires somebody hires them into their own tenant: from a tenant it would be an admin of that.
        if (!(await runsPlatform(api))) throw new Failure('This token is not one of those who run the platform.', 'Use the key in the data folder, or the token of an operator.');
        const { id, oneTimePassword = '' } = await api.json<Created>('staff', { method: 'POST', body: { name, email, role: 'admin' } });
        if (!json) terminal.talk(`${name} can run the platform. One-time password of ${email}:`);
        await terminal.data(json ? JSON.stringify({ id, oneTimePassword }) : oneTimePassword);
        return EXIT.ok;
      }),
    );
};
