import type { Command } from 'commander';
import { meant, NOTHING_PARKED, parkedIn, redrivenText, type ParkedStream, type Redriven, type ViewStanding } from './parked.js';
import type { Api } from './platform/api.adapter.js';
import { EXIT, Failure, misuse } from './platform/failure.js';
import { askingPlatform, type TenantOption } from './session.cli.js';
import { terminal } from './terminal.adapter.js';

type Options = TenantOption & { readonly all?: boolean; readonly json?: boolean };

const EXAMPLES = `
Folds a parked stream again from its first event, after what stopped it was mended. What cannot be folded is parked
again, and says why. Exits with 1 when there is any.

Examples:
  onmaru redrive case-details case-58a6f2c1-7d0e-4b6a-9d2b-0c1f5e8a9b7c
  onmaru redrive case-details --all
  onmaru redrive --all`;

export const addRedrive = (program: Command): void => {
  program
    .command('redrive')
    .description('take parked streams up again')
    .argument('[view]', 'the view that parked it')
    .argument('[stream]', 'the stream')
    .option('--all', 'everything that the view has parked, or every view')
    .option('--json', 'one JSON object per stream')
    .option('--tenant <name>', 'only those of this tenant')
    .addHelpText('after', EXAMPLES)
    .action((view: string | undefined, stream: string | undefined, options: Options) =>
      askingPlatform(options, (api) => {
        if ((stream === undefined) !== (options.all ?? false)) throw misuse('It is not clear what to take up again.', 'Give a view and a stream, or --all: onmaru parked lists them.');
        return redrive(api, view, stream, options.json ?? false);
      }),
    );
};

const redrive = async (api: Api, view: string | undefined, stream: string | undefined, json: boolean): Promise<number> => {
  const standings = await api.json<readonly ViewStanding[]>('operations/views');
  const views = standings.map((one) => one.view);
  if (view !== undefined && !views.includes(view)) throw new Failure(`There is no view ${view}.`, `Name one of ${views.join(', ')}.`);
  const found = meant(parkedIn(standings), view, stream);
  if (stream !== undefined) only(found, stream);
  if (found.length === 0) terminal.talk(NOTHING_PARKED);
  let worst: number = EXIT.ok;
  for (const one of found) {
    const answer = await api.json<Redriven>(`operations/views/${one.view}/redrive`, { method: 'POST', body: { tenant: one.tenant, stream: one.stream } });
    await terminal.data(json ? JSON.stringify({ tenant: one.tenant, stream: one.stream, ...answer }) : redrivenText(one, answer));
    if (answer.parked !== null) worst = EXIT.refused;
  }
  return worst;
};

/** Throws unless exactly one of the parked streams is meant: two tenants may have a stream of one name. */
const only = (found: readonly ParkedStream[], stream: string): void => {
  if (found.length === 0) throw new Failure(`${stream} is not parked there.`, 'See what is with onmaru parked.');
  if (found.length > 1) throw misuse(`${found.map(({ tenant }) => tenant).join(' and ')} each have a parked ${stream}.`, 'Say which one is meant with --tenant.');
};
