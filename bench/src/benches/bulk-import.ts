import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench, Counters, Settings } from '../bench.js';
import { inChild } from '../contenders/in-child.js';
import { added } from '../counters.js';
import type { Ground } from '../ground/ground.js';
import { logDatabase } from '../ground/log-database.js';
import { median, pairedRatio, rounded } from '../statistics.js';

type Ours = { readonly rate: number; readonly counters: Counters };

/** Rows per second of `psql` copying `file` into the log's own table, with all its indexes. */
const psqlCopy = async ({ psql }: Ground, url: string, file: string, events: number): Promise<number | null> => {
  if (!psql) return null;
  const { ms } = await psql(url, ['-q', '-X', '-c', 'copy log.event from stdin'], createReadStream(file));
  return events / (ms / 1000);
};

const round = async (ground: Ground, { events }: Settings, nth: number, folder: string) => {
  const [ourName, theirName, file] = [`import_${nth}`, `copy_${nth}`, join(folder, `events-${nth}`)];
  const url = await logDatabase(ground, ourName);
  await ground.settle();
  const ours = await inChild<Ours>('onmaru-bulk-import', { url, events });
  await ground.psql?.(url, ['-q', '-X', '-o', file, '-c', 'copy (select * from log.event order by position) to stdout']);
  await ground.drop(ourName);
  const target = await logDatabase(ground, theirName);
  await ground.settle();
  const limit = await psqlCopy(ground, target, file, events);
  await ground.drop(theirName);
  return { ours, limit };
};

export const bulkImport: Bench = {
  name: 'bulk-import',
  about: 'The events of another log, positions preserved and streams checked, against psql COPY of the same rows into the same table.',
  async run(ground, settings) {
    const folder = mkdtempSync(join(tmpdir(), 'onmaru-bulk-'));
    try {
      const rounds: Awaited<ReturnType<typeof round>>[] = [];
      for (let nth = 1; nth <= settings.rounds; nth += 1) rounds.push(await round(ground, settings, nth, folder));
      const [ours, limits] = [rounds.map((one) => one.ours.rate), rounds.map(({ limit }) => limit)];
      return {
        ratios: { vsLimit: pairedRatio(ours, limits) },
        absolute: { onmaru: rounded(median(ours)), psql: limits.includes(null) ? null : rounded(median(limits as number[])) },
        counters: added(rounds.map((one) => one.ours.counters)),
        notes: ground.psql ? [] : ['psql is not installed (Debian: postgresql-client), so vsLimit is null'],
      };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
