import type { Bench, Settings } from '../bench.js';
import { inChild } from '../contenders/in-child.js';
import type { ReadResult } from '../contenders/onmaru-read-all.js';
import { added } from '../counters.js';
import type { Ground } from '../ground/ground.js';
import { logDatabase } from '../ground/log-database.js';
import { fillLog } from '../logs/filled-log.js';
import { median, pairedRatio, rounded } from '../statistics.js';

/** Whole logs of so many times `--events` are read. */
const GROWTH = [1, 5, 20];
const EMMETT_SECONDS = 8;
/** Emmett reads a log of at most so many events: it slows down with each. */
const EMMETT_EVENTS = 100_000;

type Size = { readonly raw: ReadResult[]; readonly decoded: ReadResult[]; readonly psql: (number | null)[] };

/** Events per second of `psql` copying the column with the data of the whole log, in its order, to nowhere. */
const psqlCopy = async ({ psql }: Ground, url: string, events: number): Promise<number | null> => {
  if (!psql) return null;
  const { ms } = await psql(url, ['-q', '-X', '-o', '/dev/null', '-c', 'copy (select data from log.event order by position) to stdout']);
  return events / (ms / 1000);
};

const run = async (ground: Ground, { rounds, events }: Settings) => {
  const url = await logDatabase(ground, 'read_all');
  const emmettUrl = await ground.database('emmett_read_all');
  const sizes = new Map<number, Size>();
  const emmett: number[] = [];
  for (const times of GROWTH) {
    const upTo = events * times;
    const size: Size = { raw: [], decoded: [], psql: [] };
    sizes.set(upTo, size);
    await fillLog(url, upTo);
    await ground.settle();
    await psqlCopy(ground, url, upTo);
    for (let round = 0; round < rounds; round += 1) {
      size.raw.push(await inChild('onmaru-read-all', { url, upTo, raw: true }));
      size.psql.push(await psqlCopy(ground, url, upTo));
      size.decoded.push(await inChild('onmaru-read-all', { url, upTo, raw: false }));
      if (times > 1) continue;
      const task = { url: emmettUrl, events: Math.min(events, EMMETT_EVENTS), fill: round === 0, seconds: EMMETT_SECONDS };
      emmett.push((await inChild<{ rate: number }>('emmett-read-all', task)).rate);
    }
  }
  return { sizes, emmett };
};

const rates = (results: readonly ReadResult[]): readonly number[] => results.map(({ rate }) => rate);
const middle = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : rounded(median(known));
};

export const readAll: Bench = {
  name: 'read-all',
  about: 'The whole log in pages, against psql copying the text column alone and Emmett, at 1, 5 and 20 times --events.',
  async run(ground, settings) {
    const { sizes, emmett } = await run(ground, settings);
    const [first, last] = [sizes.get(settings.events), sizes.get(settings.events * (GROWTH.at(-1) as number))] as [Size, Size];
    const every = [...sizes.values()];
    return {
      ratios: {
        vsEmmett: pairedRatio(rates(first.decoded), emmett),
        vsLimit: pairedRatio(every.flatMap(({ raw }) => rates(raw)), every.flatMap(({ psql }) => psql)),
        vsLimitDecoded: pairedRatio(every.flatMap(({ decoded }) => rates(decoded)), every.flatMap(({ psql }) => psql)),
        flatness: rounded((middle(rates(last.raw)) as number) / (middle(rates(first.raw)) as number)),
      },
      absolute: {
        ...Object.fromEntries([...sizes].map(([events, { raw, decoded, psql }]) => [`${events}`, { onmaru: middle(rates(raw)), decoded: middle(rates(decoded)), psql: middle(psql) }])),
        emmett: middle(emmett),
      },
      counters: added(every.flatMap(({ raw, decoded }) => [...raw, ...decoded]).map(({ counters }) => counters)),
      notes: [
        'vsLimit reads the place of every event and leaves its text as it is, as psql does; vsLimitDecoded makes objects of everything; vsEmmett compares decoded with decoded',
        ...(ground.psql ? [] : ['psql is not installed (Debian: postgresql-client), so vsLimit and vsLimitDecoded are null']),
      ],
    };
  },
};
