import { testDatabase } from '@onmaru/local-postgres';
import pg, { type Pool } from 'pg';
import { messagingTables } from '../messaging-tables.js';

export type ShopDatabase = { readonly url: string; readonly pool: Pool; close(): Promise<void> };

/** A database of its own with the tables of this lib in the schema `shop`. */
export const shopDatabase = async (): Promise<ShopDatabase> => {
  const database = await testDatabase();
  const pool = new pg.Pool({ connectionString: database.url, max: 10 });
  pool.on('error', () => undefined);
  await pool.query(`CREATE SCHEMA shop; ${messagingTables('shop')}`);
  return {
    url: database.url,
    pool,
    async close() {
      await pool.end();
      await database.drop();
    },
  };
};
