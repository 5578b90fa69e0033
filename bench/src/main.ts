import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { BENCHES } from './benches/index.js';
import { isSound } from './counters.js';
import { ground } from './ground/ground.js';
import { isBelow, limited } from './limits.js';
import { keepRun } from './results.js';

const USAGE = `npm run -s bench -- NAME [--rounds N] [--events N] [--json] [--keep]

${BENCHES.map(({ name, about }) => `  ${name.padEnd(20)}${about}`).join('\n')}

--rounds  how often each contender runs, one after the other (3)
--events  how many events a log to be read has, or a contender may append in one run (100000)
--json    only the last line: one object
--keep    puts the object among the results that docs/reference/benchmarks.md is made of
`;

const say = (text: string): void => void process.stderr.write(`${text}\n`);
const count = (text: string, name: string): number => {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new Error(`--${name} takes a whole number from 1 on, not ${text}`);
  return number;
};

const arguments_ = () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { rounds: { type: 'string', default: '3' }, events: { type: 'string', default: '100000' }, json: { type: 'boolean', default: false }, keep: { type: 'boolean', default: false } },
  });
  const bench = BENCHES.find(({ name }) => name === positionals[0]);
  if (!bench || positionals.length > 1) throw new Error(positionals.length === 0 ? 'which bench?' : `there is no bench ${positionals.join(' ')}`);
  return { bench, settings: { rounds: count(values.rounds, 'rounds'), events: count(values.events, 'events') }, json: values.json, keep: values.keep };
};

const main = async (): Promise<number> => {
  let asked: ReturnType<typeof arguments_>;
  try {
    asked = arguments_();
  } catch (error) {
    say(`${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
  const { bench, settings, json, keep } = asked;
  if (!json) say(`${bench.name}: ${bench.about}`);
  const load = loadavg()[0] ?? 0;
  const on = await ground();
  try {
    const { ratios, absolute, counters, notes } = await bench.run(on, settings);
    const machine = { cores: cpus().length, load: Number(load.toFixed(2)), loadAfter: Number((loadavg()[0] ?? 0).toFixed(2)) };
    const beyond = limited(bench.name, absolute).filter((one) => !isBelow(one));
    const said = [...notes, ...beyond.map(({ figure, value, below }) => `${figure} is ${value ?? 'not said'}, and must be below ${below}`)];
    const result = { bench: bench.name, machine, rounds: settings.rounds, events: settings.events, ratios, absolute, counters, notes: said, ok: isSound(counters) && beyond.length === 0 };
    keepRun(result, keep);
    process.stdout.write(`${JSON.stringify(result, null, json ? 0 : 2)}\n`);
    return result.ok ? 0 : 1;
  } finally {
    await on.end();
  }
};

process.exitCode = await main();
