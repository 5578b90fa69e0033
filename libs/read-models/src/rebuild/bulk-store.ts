import pg, { type PoolClient } from 'pg';
import { from } from 'pg-copy-streams';
import { rowStore, type RowStore } from '../row-store.js';
import { qualified, type Table } from '../table.js';
import type { AnyView } from '../view.js';
import { copyLine } from './copy-text.js';

/** Characters that are handed over at once. */
const CHUNK = 1 << 16;

const copy = (client: PoolClient, sql: string, lines: Iterator<string>): Promise<void> =>
  new Promise((resolve, reject) => {
    const into = client.query(from(sql));
    const chunk = (): string => {
      let text = '';
      for (let line = lines.next(); ; line = lines.next()) {
        if (!line.done) text += line.value;
        if (line.done || text.length >= CHUNK) return text;
      }
    };
    const feed = (): void => {
      try {
        for (let text = chunk(); text !== ''; text = chunk()) {
          if (into.errored) return;
          if (!into.write(text)) return void into.once('drain', feed);
        }
        into.end();
      } catch (error) {
        into.destroy(error as Error);
      }
    };
    into.once('error', reject).once('finish', resolve);
    feed();
  });

/** Rows of a table that nobody else writes: those that are there already are taken out, and all come in by COPY. */
export const bulkStore = (table: Table, personal: AnyView['personal']): RowStore => {
  const store = rowStore(table, personal);
  const columns = table.columns.map(({ name }) => pg.escapeIdentifier(name)).join(', ');
  const sql = `COPY ${qualified(table)} (${columns}) FROM STDIN`;
  const line = copyLine(table.columns);
  return {
    load: (client, keys) => store.load(client, keys),
    async write(client, { erased, changes }) {
      const old = changes.filter(({ stored }) => stored);
      await store.write(client, { erased, changes: old.map((one) => ({ ...one, row: null })) });
      const lines = changes.values().filter(({ row }) => row !== null).map(({ row }) => line(row as object));
      if (changes.some(({ row }) => row !== null)) await copy(client, sql, lines);
    },
  };
};
