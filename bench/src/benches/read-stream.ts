import { SOUND, type Bench, type Settings } from '../bench.js';
import { inChild } from '../contenders/in-child.js';
import type { Ground } from '../ground/ground.js';
import { logDatabase } from '../ground/log-database.js';
import { fillStreams } from '../logs/filled-log.js';
import type { ReadStreamResult, ReadStreamTask } from '../logs/read-stream-task.js';
import { median, pairedRatio, rounded } from '../statistics.js';

/** How long streams are, how many of each there are, and how often they are read in a round. */
const SIZES = [
  { size: 10, streams: 500, reads: 2000 },
  { size: 100, streams: 100, reads: 600 },
  { size: 1000, streams: 20, reads: 150 },
];

type Round = { readonly size: number; readonly ours: ReadStreamResult; readonly rows: ReadStreamResult; readonly emmett: ReadStreamResult };

const run = async (ground: Ground, { rounds, events }: Settings): Promise<readonly Round[]> => {
  const url = await logDatabase(ground, 'read_stream');
  const emmettUrl = await ground.database('emmett_read_stream');
  for (const { size, streams } of SIZES) await fillStreams(url, size, streams);
  await ground.settle();
  const found: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const { size, streams, reads } of SIZES) {
      const task = (of: string): ReadStreamTask => ({ url: of, size, streams, reads: Math.max(20, Math.min(reads, Math.ceil(events / 10))) });
      found.push({
        size,
        ours: await inChild('onmaru-read-stream', task(url)),
        rows: await inChild('rows-read-stream', task(url)),
        emmett: await inChild('emmett-read-stream', task(emmettUrl)),
      });
    }
  }
  return found;
};

const p99 = (results: readonly ReadStreamResult[]): readonly number[] => results.map((one) => one.p99);
const times = (results: readonly ReadStreamResult[]) => ({ p50: rounded(median(results.map(({ p50 }) => p50))), p99: rounded(median(p99(results))) });

export const readStream: Bench = {
  name: 'read-stream',
  about: 'Streams of 10, 100 and 1000 events read and folded, against the bare rows of a prepared statement and Emmett; by the 99th percentile.',
  async run(ground, settings) {
    const rounds = await run(ground, settings);
    const of = (size?: number) => rounds.filter((one) => size === undefined || one.size === size);
    const against = (name: 'rows' | 'emmett', size?: number) => pairedRatio(p99(of(size).map((one) => one[name])), p99(of(size).map(({ ours }) => ours)));
    const sizes = SIZES.map(({ size }) => size);
    return {
      ratios: {
        vsEmmett: against('emmett'),
        vsLimit: against('rows'),
        ...Object.fromEntries(sizes.flatMap((size) => [[`vsEmmett@${size}`, against('emmett', size)], [`vsLimit@${size}`, against('rows', size)]])),
      },
      absolute: Object.fromEntries(sizes.map((size) => [size, { onmaru: times(of(size).map(({ ours }) => ours)), rows: times(of(size).map(({ rows }) => rows)), emmett: times(of(size).map(({ emmett }) => emmett)) }])),
      counters: { ...SOUND, drift: rounds.reduce((sum, { ours }) => sum + ours.wrong, 0) },
      notes: ['vsEmmett and vsLimit are medians over the three lengths of stream'],
    };
  },
};
