import { parseArgs } from 'node:util';
import { campaign, type Asked } from './campaign.js';
import { INJECTIONS, type Injection } from './check/tamper.js';
import { keep } from './results.js';

const USAGE = `npm run -s faults -- --minutes N --seed S [--json] [--keep]

Lets clients work on a platform of programs of their own, with a durable PostgreSQL and three brokers, kills one of these
after the other, and checks in the end that nothing was lost, doubled, or shown too old.

--minutes  how long (2)
--seed     what is killed when, and what clients do, follows from it (1)
--pace     seconds between two kills, on average (10)
--clients  how many work at once in each of three tenants (8)
--inject   plants faults that must be found, some of ${INJECTIONS.join(',')}
--json     says nothing but the last line: one object
--keep     puts the campaign among those that docs/reference/faults.md is made of
`;

const say = (text: string): void => void process.stderr.write(`${text}\n`);
const count = (text: string, name: string, least = 1): number => {
  const number = Number(text);
  if (!Number.isFinite(number) || number < least) throw new Error(`--${name} takes a number from ${least} on, not ${text}`);
  return number;
};
const whole = (text: string, name: string, least?: number): number => {
  const number = count(text, name, least);
  if (!Number.isSafeInteger(number)) throw new Error(`--${name} takes a whole number, not ${text}`);
  return number;
};
const injectionsOf = (text: string | undefined): readonly Injection[] =>
  (text?.split(',') ?? []).map((name) => {
    const found = INJECTIONS.find((one) => one === name);
    if (!found) throw new Error(`--inject takes some of ${INJECTIONS.join(',')}, not ${name}`);
    return found;
  });

const arguments_ = (): { readonly asked: Asked; readonly json: boolean; readonly keep: boolean } => {
  const text = (usual: string) => ({ type: 'string', default: usual }) as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({ options: { minutes: text('2'), seed: text('1'), pace: text('10'), clients: text('8'), inject: { type: 'string' }, json: flag, keep: flag } });
  const asked = { minutes: count(values.minutes, 'minutes', 0.1), seed: whole(values.seed, 'seed', 0), pace: count(values.pace, 'pace', 0.5), clients: whole(values.clients, 'clients'), injections: injectionsOf(values.inject) };
  if (values.keep && asked.injections.length > 0) throw new Error('a campaign with a planted fault is not kept');
  return { asked, json: values.json, keep: values.keep };
};

const main = async (): Promise<number> => {
  let given: ReturnType<typeof arguments_>;
  try {
    given = arguments_();
  } catch (error) {
    say(`${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort(new Error('stopped')));
  try {
    const done = await campaign(given.asked, given.json ? () => undefined : say, stopping.signal);
    keep(done, given.keep);
    for (const { id, ok, checked, breaches } of done.checks) if (!given.json || !ok) say(`${ok ? 'ok    ' : 'FAILED'} ${id} (${checked} looked at)${ok ? '' : `: ${JSON.stringify(breaches.slice(0, 5))}`}`);
    if (!given.json) say(JSON.stringify(done.figures));
    process.stdout.write(`${JSON.stringify(done.verdict)}\n`);
    return done.verdict.ok ? 0 : 1;
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
    say('Stopped; nothing is left running.');
    return 130;
  }
};

process.exitCode = await main();
