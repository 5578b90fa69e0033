import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { brokersIn, halt, keepRunning, runs } from './kafka/cluster.mjs';
import { cacheOf, missing } from './kafka/jars.mjs';
import { serverProperties } from './kafka/server-properties.mjs';

describe('Whether a Kafka can be started here', () => {
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'onmaru-home-'));
  });
  afterEach(() => rmSync(home, { recursive: true }));

  /** A machine with nothing but these programs, which say this. */
  const machine = (programs: Record<string, string>): NodeJS.ProcessEnv => {
    for (const [name, says] of Object.entries(programs)) {
      writeFileSync(join(home, name), `#!/bin/sh\necho '${says}'\n`);
      chmodSync(join(home, name), 0o755);
    }
    return { PATH: home, HOME: home };
  };
  const java17 = 'openjdk version "17.0.15" 2025-04-15';

  it('is told by Java and Maven', () => expect(missing(machine({ java: java17, mvn: 'Apache Maven 3.8.7' }))).toBeUndefined());

  it.each([
    ['there is no Java', { mvn: 'Apache Maven 3.8.7' }, 'there is no `java`: install one'],
    ['Java is too old', { java: 'openjdk version "11.0.2" 2019', mvn: 'Apache Maven 3.8.7' }, '`java` is 11: install a newer one'],
    ['there is no Maven to fetch it', { java: java17 }, 'there is no `mvn`: install it'],
  ])('is denied with cause and cure when %s', (_, programs, says) => expect(missing(machine(programs))).toContain(says));

  it('needs no Maven once it has been fetched', () => {
    const env = machine({ java: java17 });
    mkdirSync(cacheOf(env), { recursive: true });
    expect(missing(env)).toBeUndefined();
  });
});

describe('A broker that dies by itself', () => {
  let folder: string;
  let stopping: AbortController;
  let keeping: Promise<void>;
  const said: string[] = [];
  const path = process.env['PATH'];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'onmaru-brokers-'));
    // A `java` that does nothing, and goes on doing it.
    writeFileSync(join(folder, 'java'), '#!/bin/sh\nwhile :; do sleep 0.1; done\n');
    chmodSync(join(folder, 'java'), 0o755);
    process.env['PATH'] = `${folder}:${path}`;
    writeFileSync(join(folder, 'cluster.json'), JSON.stringify([1, 2].map((id) => ({ id, port: 9000 + id, controllerPort: 9100 + id, pid: 2 ** 22 + id }))));
    stopping = new AbortController();
    keeping = keepRunning(folder, { jars: folder, say: (line: string) => said.push(line), stopping: stopping.signal });
  });
  afterEach(async () => {
    stopping.abort();
    await keeping;
    await halt(folder);
    process.env['PATH'] = path;
    rmSync(folder, { recursive: true });
  });

  /** The numbers of those that run, once as many do as there are, and none of them is `gone`. */
  const running = async (gone = 0): Promise<readonly number[]> => {
    for (let tries = 0; ; tries += 1) {
      const alive = brokersIn(folder).filter((one: { pid: number }) => one.pid !== gone && runs(folder, one));
      if (alive.length === 2) return alive.map(({ pid }: { pid: number }) => pid);
      if (tries > 200) throw new Error(`${alive.length} run: ${said.join(' ')}`);
      await pause(50);
    }
  };

  it('is started again, and no more once that is enough', async () => {
    const [first = 0, second] = await running();
    process.kill(first, 'SIGKILL');
    expect((await running(first))[1]).toBe(second);
    expect(said.filter((line) => line === 'Broker 1 ended by itself and is started again.')).toHaveLength(2);
    stopping.abort();
    await keeping;
    expect(await halt(folder)).toBe(2);
  });
});

const broker = (id: number) => ({ id, port: 9000 + id, controllerPort: 9100 + id });
const read = (text: string) => Object.fromEntries(text.trimEnd().split('\n').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));

describe('A broker of one', () => {
  const properties = read(serverProperties([broker(1)], broker(1), '/tmp/data'));

  it('listens on this machine alone', () => {
    expect(properties['listeners']).toBe('PLAINTEXT://127.0.0.1:9001,CONTROLLER://127.0.0.1:9101');
    expect(properties['advertised.listeners']).toBe('PLAINTEXT://127.0.0.1:9001');
    expect(properties['log.dirs']).toBe('/tmp/data');
  });

  it('is content with one copy of everything', () => {
    expect(properties['controller.quorum.voters']).toBe('1@127.0.0.1:9101');
    expect(Object.entries(properties).filter(([name]) => /replication.factor|min.isr|min.insync/.test(name)).map(([, value]) => value)).toEqual(Array(6).fill('1'));
  });

  it('makes no topic that nobody declared', () => expect(properties['auto.create.topics.enable']).toBe('false'));
});

describe('A broker of three', () => {
  const all = [1, 2, 3].map(broker);
  const properties = all.map((one) => read(serverProperties(all, one, `/tmp/${one.id}`)));

  it('knows the others, and who it is', () => {
    expect(new Set(properties.map((one) => one['controller.quorum.voters']))).toEqual(new Set(['1@127.0.0.1:9101,2@127.0.0.1:9102,3@127.0.0.1:9103']));
    expect(properties.map((one) => one['node.id'])).toEqual(['1', '2', '3']);
  });

  it('keeps three copies, and acknowledges what two of them have', () =>
    expect(properties[0]).toMatchObject({ 'offsets.topic.replication.factor': '3', 'transaction.state.log.min.isr': '2', 'min.insync.replicas': '2' }));
});
