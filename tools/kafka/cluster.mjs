// Some brokers of one Kafka, which run on after whoever started them, until they are stopped.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serverProperties } from './server-properties.mjs';

const HEAP = '-Xmx384m';
const PATIENCE = 60_000;
const GRACE = 5_000;

/** Where the brokers of a checkout keep what they have. */
export const folderOf = (root) => join(tmpdir(), `onmaru-kafka-${userInfo().uid}-${createHash('sha256').update(root).digest('hex').slice(0, 8)}`);

const fileOf = (folder) => join(folder, 'cluster.json');
const propertiesOf = (folder, { id }) => join(folder, `broker-${id}.properties`);
const logOf = (folder, { id }) => join(folder, `broker-${id}.log`);

/** The brokers that were started in `folder`: `{ id, port, controllerPort, pid }`. Empty when there are none. */
export const brokersIn = (folder) => (existsSync(fileOf(folder)) ? JSON.parse(readFileSync(fileOf(folder), 'utf8')) : []);

/** Whether a broker runs: its number may have gone to a stranger since. */
export const runs = (folder, broker) => spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(broker.pid)], { encoding: 'utf8' }).stdout.includes(propertiesOf(folder, broker));

export const addressOf = (brokers) => brokers.map(({ port }) => `127.0.0.1:${port}`).join(',');

const freePorts = async (count) => {
  const servers = await Promise.all(Array.from({ length: count }, () => new Promise((resolve, reject) => {
    const server = createServer().on('error', reject).listen(0, '127.0.0.1', () => resolve(server));
  })));
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
};

const prepared = async (folder, count, jars) => {
  const ports = await freePorts(2 * count);
  const brokers = Array.from({ length: count }, (_, n) => ({ id: n + 1, port: ports[2 * n], controllerPort: ports[2 * n + 1] }));
  const cluster = `k${randomBytes(16).toString('base64url').slice(1, 22)}`;
  mkdirSync(folder, { recursive: true });
  for (const broker of brokers) {
    writeFileSync(propertiesOf(folder, broker), serverProperties(brokers, broker, join(folder, `data-${broker.id}`)));
    execFileSync('java', ['-cp', join(jars, '*'), 'kafka.tools.StorageTool', 'format', '-t', cluster, '-c', propertiesOf(folder, broker)], { stdio: ['ignore', 'ignore', 'pipe'] });
  }
  return brokers;
};

const begun = (folder, broker, jars) => {
  const log = openSync(logOf(folder, broker), 'a');
  const child = spawn('java', [HEAP, '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn', '-cp', join(jars, '*'), 'kafka.Kafka', propertiesOf(folder, broker)], { detached: true, env: process.env, stdio: ['ignore', log, log] });
  closeSync(log);
  child.unref();
  return { ...broker, pid: child.pid };
};

/**
 * Starts `count` brokers in `folder`, or those of them that do not run, and waits until `ready(address)` counts them all.
 * @returns {Promise<readonly { id: number, port: number, pid: number }[]>}
 */
export const start = async (folder, count, { jars, ready }) => {
  const before = brokersIn(folder);
  if (before.length > 0 && before.length !== count) throw new Error(`${before.length} ${before.length === 1 ? 'broker was' : 'brokers were'} started in ${folder} already: stop them first.`);
  const brokers = (before.length > 0 ? before : await prepared(folder, count, jars)).map((broker) => (broker.pid && runs(folder, broker) ? broker : begun(folder, broker, jars)));
  writeFileSync(fileOf(folder), JSON.stringify(brokers));
  for (const end = Date.now() + PATIENCE; (await ready(addressOf(brokers))) < count; await sleep(200)) {
    const dead = brokers.find((broker) => !runs(folder, broker));
    if (!dead && Date.now() < end) continue;
    const tail = readFileSync(logOf(folder, dead ?? brokers[0]), 'utf8').split('\n').slice(-15).join('\n');
    await (before.length > 0 ? halt(folder) : stop(folder));
    throw new Error(`${dead ? `Broker ${dead.id} ended` : 'The brokers did not find each other in time'}:\n${tail}`);
  }
  return brokers;
};

/** Milliseconds after which a broker that died is started again: longer each time, until one has lived for STEADY. */
const [FIRST, LONGEST, STEADY] = [500, 30_000, 60_000];

/** Starts brokers of `folder` again that die by themselves, until `stopping` aborts; `say` is told of each. */
export const keepRunning = async (folder, { jars, say, stopping }) => {
  /** By broker: which of its processes died last, when, and how often in a row. */
  const deaths = new Map();
  while (!stopping.aborted) {
    const before = brokersIn(folder);
    const brokers = before.map((broker) => {
      if (runs(folder, broker)) return broker;
      const { times = 0, at = Date.now(), pid } = deaths.get(broker.id) ?? {};
      if (pid !== broker.pid) {
        deaths.set(broker.id, { times: Date.now() - at > STEADY ? 1 : times + 1, at: Date.now(), pid: broker.pid });
        say(`Broker ${broker.id} ended by itself and is started again.`);
        return broker;
      }
      return Date.now() - at < Math.min(LONGEST, FIRST * 2 ** (times - 1)) ? broker : begun(folder, broker, jars);
    });
    if (brokers.some(({ pid }, n) => pid !== before[n].pid)) writeFileSync(fileOf(folder), JSON.stringify(brokers));
    await sleep(FIRST, undefined, { signal: stopping }).catch((error) => {
      if (!stopping.aborted) throw error;
    });
  }
};

/** Ends the brokers of `folder` by their numbers; what they hold stays. Answers how many ran. */
export const halt = async (folder) => {
  const running = brokersIn(folder).filter((broker) => runs(folder, broker));
  for (const { pid } of running) process.kill(pid, 'SIGTERM');
  for (const end = Date.now() + GRACE; Date.now() < end && running.some((broker) => runs(folder, broker)); ) await sleep(100);
  for (const broker of running) if (runs(folder, broker)) process.kill(broker.pid, 'SIGKILL');
  while (running.some((broker) => runs(folder, broker))) await sleep(50);
  return running.length;
};

/** Ends the brokers of `folder` and removes what they had; answers how many ran. */
export const stop = async (folder) => {
  const ran = await halt(folder);
  rmSync(folder, { recursive: true, force: true });
  return ran;
};
