import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, testDatabase, type LocalPostgres } from '@onmaru/local-postgres';
import { insist, newStream, newTenant, note, pause } from '../contract/log-under-test.js';
import type { Append, Appended } from '../event-store.js';
import { migrateLog, postgresEventStore } from '../postgres.js';
import { gaps, logFaults, NO_FAULTS } from '../testing/log-faults.js';
import { tableOfLog } from '../testing/table-of-log.js';
import { writerProcess } from '../testing/writer-process.js';

const SIZE = 5;
const tenant = newTenant();
const whole = (): Append => {
  const { commandId } = note();
  return { tenant, stream: newStream(), expected: 'none', events: Array.from({ length: SIZE }, () => note({ commandId, data: { of: SIZE } })) };
};

describe('A writer who is killed in mid-append', () => {
  it('leaves everything that was acknowledged, nothing twice, nothing by half and no gap', async () => {
    const { url, drop } = await testDatabase();
    await migrateLog(url, {});
    const folder = mkdtempSync(join(tmpdir(), 'onmaru-killed-'));
    let acknowledged: string[] = [];
    for (let life = 0; life < 3; life += 1) {
      const writer = writerProcess({ url, acknowledgements: join(folder, `${life}`), delayMs: 1 });
      await writer.ready;
      writer.begin();
      while (writer.acknowledged().length < 40) await pause(5);
      await writer.kill();
      acknowledged = [...acknowledged, ...writer.acknowledged().flatMap(({ ids }) => ids)];
    }
    const table = await tableOfLog(url);
    const commands = [...Map.groupBy(table, ({ commandId }) => commandId).values()];
    expect([logFaults(acknowledged, table), gaps(table)]).toEqual([NO_FAULTS, []]);
    expect(commands.filter((events) => events.length !== events[0]?.of)).toEqual([]);
    rmSync(folder, { recursive: true });
    await drop();
  }, 60_000);
});

describe('A PostgreSQL that stops in mid-batch and is started again', () => {
  let place: string;
  let dir: string;
  let server: LocalPostgres;
  beforeAll(async () => {
    place = mkdtempSync(join(tmpdir(), 'onmaru-restart-'));
    chmodSync(place, 0o711);
    dir = join(place, 'data');
    server = await startPostgres({ dir, durable: true });
    await migrateLog(server.url, {});
  }, 120_000);
  afterAll(async () => {
    await server.stop();
    rmSync(place, { recursive: true, force: true });
  });

  const postmaster = (): number => Number(readFileSync(join(dir, 'postmaster.pid'), 'utf8').split('\n')[0]);
  const ends: readonly [string, () => Promise<void>][] = [
    ['in order', () => server.stop()],
    [
      'at once, as in a crash',
      async () => {
        process.kill(postmaster(), 'SIGQUIT');
        await server.stop();
      },
    ],
  ];

  it.each(ends)('(%s) has kept what was acknowledged, and nothing by half; a repeat completes the rest', async (_, end) => {
    const store = await postgresEventStore({ connection: server.url });
    const asked: Append[] = [];
    const acknowledged: Append[] = [];
    let stopping = false;
    const caller = async (): Promise<void> => {
      while (!stopping) {
        const append = whole();
        asked.push(append);
        const answer = await store.append(append).catch((error: { code: string }) => error.code);
        if (answer === 'unavailable') return;
        expect(answer).toMatchObject({ outcome: 'appended' });
        acknowledged.push(append);
      }
    };
    const calling = Promise.all(Array.from({ length: 100 }, caller));
    while (acknowledged.length < 1000) await pause(1);
    await end();
    stopping = true;
    await calling;
    expect(acknowledged.length).toBeLessThan(asked.length);

    server = await startPostgres({ dir, port: server.port, durable: true });
    const idsOf = (appends: readonly Append[]) => appends.flatMap(({ events }) => events.map(({ id }) => id));
    const table = await tableOfLog(server.url);
    const halves = [...Map.groupBy(table, ({ commandId }) => commandId).values()].filter((events) => events.length !== SIZE);
    expect([logFaults(idsOf(acknowledged), table), halves, gaps(table)]).toEqual([NO_FAULTS, [], []]);

    const answers: readonly Appended[] = await Promise.all(asked.map((append) => insist(store, append)));
    expect(answers.every(({ outcome }, n) => outcome === 'repeated' || !acknowledged.includes(asked[n] as Append))).toBe(true);
    const complete = await tableOfLog(server.url);
    expect([logFaults(idsOf(asked), complete), gaps(complete)]).toEqual([NO_FAULTS, []]);
    await store.close();
  }, 120_000);
});

describe('Callers who are more than the queue takes', () => {
  it('wait before anybody looks at their events, and none of them is lost', async () => {
    const { url, drop } = await testDatabase();
    await migrateLog(url, {});
    const store = await postgresEventStore({ connection: url, queueLimit: 16, writers: 1 });
    let looked = 0;
    const data = {
      toJSON: () => {
        looked += 1;
        return { of: 1 };
      },
    };
    const sent = Array.from({ length: 2000 }, () => note({ data }));
    const answers = sent.map((event) => store.append({ tenant, stream: newStream(), expected: 'none', events: [event] }));
    expect(looked).toBeLessThanOrEqual(16);
    await Promise.race(answers);
    expect(looked).toBeLessThan(200);
    expect((await Promise.all(answers)).every(({ outcome }) => outcome === 'appended')).toBe(true);
    const table = await tableOfLog(url);
    expect([logFaults(sent.map(({ id }) => id), table), gaps(table), table.length]).toEqual([NO_FAULTS, [], 2000]);
    await store.close();
    await drop();
  }, 60_000);
});
