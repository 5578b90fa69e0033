// `npm run kafka -- start [--brokers 3]` starts a Kafka on this machine and prints where it is; `npm run kafka -- stop`
// stops it and removes what it held. `run` stays until it is told to end, starts brokers again that die by themselves, and
// keeps what they hold for the next time. `--folder PATH` keeps a second one apart.
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { addressOf, folderOf, halt, keepRunning, start, stop } from './kafka/cluster.mjs';
import { jars } from './kafka/jars.mjs';
import { ready } from './kafka/ready.mjs';

const COUNTS = [1, 3];
const say = (line) => console.error(line);

/** Resolves when somebody says that it is enough, or whoever started this over a channel is gone. */
const untilTold = () =>
  new Promise((resolve) => {
    const live = setInterval(() => undefined, 2 ** 30);
    const end = () => {
      clearInterval(live);
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, end);
    process.once('disconnect', end);
  });

const main = async () => {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { brokers: { type: 'string', default: '1' }, folder: { type: 'string' } } });
  const folder = values.folder ? resolve(values.folder) : folderOf(dirname(dirname(fileURLToPath(import.meta.url))));
  const count = Number(values.brokers);
  if (positionals.length === 1 && positionals[0] === 'stop') return say(`${await stop(folder)} stopped.`);
  if (positionals.length !== 1 || !['start', 'run'].includes(positionals[0]) || !COUNTS.includes(count)) throw new Error('npm run kafka -- start|run [--brokers 1|3] [--folder PATH], or stop [--folder PATH]');
  const told = positionals[0] === 'run' ? untilTold() : null;
  const found = jars(say);
  const brokers = await start(folder, count, { jars: found, ready });
  if (told) {
    console.log(`KAFKA_BROKERS=${addressOf(brokers)}`);
    const stopping = new AbortController();
    const keeping = keepRunning(folder, { jars: found, say, stopping: stopping.signal });
    await Promise.race([told, keeping]);
    stopping.abort();
    await keeping;
    await halt(folder);
    // A channel that is listened to would keep this alive.
    return process.connected ? process.disconnect() : undefined;
  }
  say(`${count === 1 ? 'A broker runs' : `${count} brokers run`} in ${folder}, until \`npm run kafka -- stop\`.`);
  console.log(`KAFKA_BROKERS=${addressOf(brokers)}`);
};

main().catch((error) => {
  say(error.message);
  process.exitCode = 1;
});
