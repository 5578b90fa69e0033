import { testDatabase, type TestDatabase } from '@onmaru/local-postgres';
import pg from 'pg';
import { logger, openServiceTables } from './index.js';
import { NewerData } from './service-tables.js';

class CreateShelves1763769600000 {
  async up(runner: { query(sql: string): Promise<unknown> }): Promise<void> {
    await runner.query('CREATE TABLE shop.shelf (id int PRIMARY KEY); SELECT pg_sleep(0.2)');
  }
  async down(): Promise<void> {}
}

class FillShelves1763769600001 extends CreateShelves1763769600000 {
  override async up(runner: { query(sql: string): Promise<unknown> }): Promise<void> {
    await runner.query('INSERT INTO shop.shelf VALUES (1)');
  }
}

describe('The tables of a service', () => {
  let database: TestDatabase;
  const open = (migrations = [CreateShelves1763769600000, FillShelves1763769600001]) =>
    openServiceTables({ url: database.url, service: { name: 'shop', views: [], entities: [], migrations }, logger: logger('silent') });

  beforeEach(async () => {
    database = await testDatabase();
    const client = new pg.Client(database.url);
    await client.connect();
    await client.query('CREATE SCHEMA shop');
    await client.end();
  });
  afterEach(() => database.drop());

  it('are made once when several programs start at the same moment', async () => {
    const opened = await Promise.all([open(), open(), open()]);
    expect((await opened[0].pool.query('SELECT id FROM shop.shelf')).rows).toEqual([{ id: 1 }]);
    await Promise.all(opened.map(({ close }) => close()));
  });

  it('get what views need and an older program did not make', async () => {
    const { pool, close } = await open();
    await pool.query('DROP TABLE shop.view_rebuild');
    await close();
    const again = await open();
    expect((await again.pool.query('SELECT count(*)::int AS n FROM shop.view_rebuild')).rows).toEqual([{ n: 0 }]);
    await again.close();
  });

  it('are left alone by a program that is older than they are', async () => {
    await (await open()).close();
    await expect(open([CreateShelves1763769600000])).rejects.toThrow(NewerData);
  });
});
