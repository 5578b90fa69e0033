import { randomUUID } from 'node:crypto';
import { testDatabase, type TestDatabase } from '@onmaru/local-postgres';
import { lap, laps, lapsWithout, nthLap } from '../contract/lap-counter.js';
import { pause } from '../contract/log-under-test.js';
import { context, now } from '../contract/stamp-card.js';
import { migrateLog, postgresEventStore, type PostgresEventStore } from '../postgres.js';
import { Streams } from '../streams.js';
import { percentiles } from '../testing/percentiles.js';

const LENGTH = 100_000;

describe('A stream of 100,000 events', () => {
  let database: TestDatabase;
  let log: PostgresEventStore;
  const troubles: object[] = [];
  beforeAll(async () => {
    database = await testDatabase();
    await migrateLog(database.url, {});
    log = await postgresEventStore({ connection: database.url });
    for (let revision = 0; revision < LENGTH; revision += 1000) {
      const events = Array.from({ length: 1000 }, (_, n) => nthLap(revision + n + 1));
      await log.append({ tenant: 'demo', stream: 'laps-1', expected: revision, events });
    }
  }, 120_000);
  afterAll(async () => {
    await log.close();
    await database.drop();
  });

  /** A program that has not held the stream before, with what a command to it took, in milliseconds. */
  const timed = async (aggregate: typeof laps) => {
    const streams = new Streams(aggregate, { log, clock: { now: () => now }, newId: randomUUID, trouble: { warn: (details) => void troubles.push(details) } });
    const began = performance.now();
    const outcome = await streams.handleToState(context(), '1', lap('runner 100000'));
    return { took: performance.now() - began, outcome };
  };

  it('is loaded at least twenty times faster from its snapshot than from its first event, and adds up to the same', async () => {
    await timed(laps);
    while (!(await log.readSnapshot('demo', 'laps-1'))) await pause(10);
    const [having, lacking]: [number[], number[]] = [[], []];
    for (let turn = 0; turn < 5; turn += 1) {
      const [fast, slow] = [await timed(laps), await timed(lapsWithout)];
      expect(fast.outcome).toEqual(slow.outcome);
      having.push(fast.took);
      lacking.push(slow.took);
    }
    expect(percentiles(lacking).p50 / percentiles(having).p50).toBeGreaterThan(20);
    expect(troubles).toEqual([]);
  }, 120_000);
});
