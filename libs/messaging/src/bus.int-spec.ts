import { migrateLog, postgresEventStore, type PostgresEventStore } from '@onmaru/event-sourcing/postgres';
import { v7 as uuid } from 'uuid';
import { postgresCheckpoints, type Checkpoints } from './checkpoints.js';
import { logBus } from './log-bus.js';
import type { PumpOptions } from './pump.js';
import { busContract } from './contract/bus-contract.js';
import { undeliverableContract } from './contract/undeliverable.js';
import { unrestContract } from './contract/unrest.js';
import { shopDatabase, type ShopDatabase } from './testing/database.js';
import { logBench, shopPublications } from './testing/shop.js';

let database: ShopDatabase;
let store: PostgresEventStore;
beforeAll(async () => {
  database = await shopDatabase();
  await migrateLog(database.url, { onmaru: ['order', 'parcel'] });
  store = await postgresEventStore({ connection: database.url });
});
afterAll(async () => {
  await store.close();
  await database.close();
});

/** Groups of one case, which begin where the case began: the cases share a log. */
const groupsFrom = (checkpoints: Checkpoints, beginning: number): Checkpoints => {
  const own = `case ${uuid()} `;
  return {
    async read(group) {
      const at = await checkpoints.read(own + group);
      if (at === 0) await checkpoints.move(own + group, 0, beginning);
      return Math.max(at, beginning);
    },
    move: (group, from, to) => checkpoints.move(own + group, from, to),
  };
};

const overTheLog = async (options: PumpOptions) => {
  const checkpoints = groupsFrom(postgresCheckpoints(database.pool, 'shop'), await store.head());
  const bus = () => logBus({ store, publications: shopPublications, checkpoints, ...options });
  return logBench(store, bus, () => Promise.resolve());
};

busContract('over the log in PostgreSQL', overTheLog);
undeliverableContract('over the log in PostgreSQL', overTheLog);
unrestContract('over the log in PostgreSQL', overTheLog);

describe('Checkpoints in PostgreSQL', () => {
  it('begin at the beginning, and move only from where they are', async () => {
    const checkpoints = postgresCheckpoints(database.pool, 'shop');
    expect(await checkpoints.read('new')).toBe(0);
    expect(await checkpoints.move('new', 0, 7)).toBe(true);
    expect(await checkpoints.move('new', 0, 9)).toBe(false);
    expect(await checkpoints.read('new')).toBe(7);
  });
});
