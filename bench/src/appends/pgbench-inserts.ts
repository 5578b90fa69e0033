import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Program } from '../ground/programs.js';
import { dataOf, metadataOf } from './payload.js';

const row = (nth: number): string =>
  `(nextval('at'), 'demo', 'case-' || :n, 'case', ${nth}, 'cases.NoteAdded.v1', gen_random_uuid(), 'command-' || :n, null, ${nth - 1}, :data, :meta, timestamptz '2026-03-01T09:00:00Z', now())`;

const script = (rows: number): string =>
  `\\set n random(1, 1000000000000000)\ninsert into log.event values ${Array.from({ length: rows }, (_, n) => row(n + 1)).join(', ')};\n`;

export type InsertTask = { readonly url: string; readonly callers: number; readonly seconds: number; readonly rows: readonly number[]; readonly pgbench: Program };

/**
 * Rows per second of prepared INSERTs into the log's own table, with the log's own indexes, from a client in C: each
 * with as many rows as one of `rows` says, its payload sent anew each time. Nothing is checked; positions come from a
 * sequence, which the table's database must have under the name `at`.
 */
export const pgbenchInserts = async ({ url, callers, seconds, rows, pgbench }: InsertTask): Promise<number> => {
  const folder = mkdtempSync(join(tmpdir(), 'onmaru-pgbench-'));
  try {
    const files = rows.map((count) => {
      const file = join(folder, `${count}.sql`);
      writeFileSync(file, script(count));
      return file;
    });
    const values = [`data=${JSON.stringify(dataOf(1))}`, `meta=${JSON.stringify(metadataOf(1))}`];
    const { output } = await pgbench(url, [
      ...['-n', '-M', 'prepared', '-c', String(callers), '-j', String(Math.min(2, callers)), '-T', String(seconds)],
      ...values.flatMap((value) => ['-D', value]),
      ...files.flatMap((file) => ['-f', file]),
    ]);
    const perSecond = /^tps = ([\d.]+)/m.exec(output)?.[1];
    if (perSecond === undefined || !/number of failed transactions: 0/.test(output)) throw new Error(`pgbench failed: ${output}`);
    return Number(perSecond) * (rows.reduce((sum, count) => sum + count, 0) / rows.length);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
