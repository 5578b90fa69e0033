import type { Counters, Finding, Settings } from '../bench.js';
import { inChild } from '../contenders/in-child.js';
import { added } from '../counters.js';
import type { Ground } from '../ground/ground.js';
import { logDatabase } from '../ground/log-database.js';
import { median, pairedRatio, rounded } from '../statistics.js';
import { pgbenchInserts } from './pgbench-inserts.js';
import type { AppendResult, AppendTask } from './run-appends.js';
import type { Shape } from './workload.js';

/** Who appends at one number of callers. Ours always does. */
export type Level = { readonly callers: number; readonly emmett?: boolean; readonly castore?: boolean; readonly limit?: boolean };

export type AppendBench = { readonly shape: Shape; readonly levels: readonly Level[]; /** Rows of the INSERTs that are the limit. */ readonly limitRows: readonly number[]; readonly seconds: number };

type Ours = AppendResult & { readonly counters: Counters };
type Round = { readonly ours: Ours; readonly emmett: AppendResult | null; readonly castore: AppendResult | null; readonly limit: number | null };

const WARM_UP = 1;

const times = (results: readonly (AppendResult | null)[]): object | null => {
  const ran = results.filter((one) => one !== null);
  if (ran.length === 0) return null;
  const of = (key: 'rate' | 'p50' | 'p99'): number => rounded(median(ran.map((one) => one[key])));
  return { eventsPerSecond: of('rate'), p50: of('p50'), p99: of('p99') };
};

const wrongs = (name: string, results: readonly (AppendResult | null)[]): readonly string[] => {
  const wrong = results.reduce((sum, one) => sum + (one?.wrongAccepts ?? 0), 0);
  const all = results.reduce((sum, one) => sum + (one ? one.wrongAccepts + one.refused : 0), 0);
  return wrong > 0 ? [`${name} accepted ${wrong} of ${all} appends whose expected version was wrong`] : [];
};

/** Runs every contender at every level, one after the other, round by round. */
export const appendBench = async (ground: Ground, { rounds, events }: Settings, { shape, levels, limitRows, seconds }: AppendBench): Promise<Finding> => {
  const rows = new Map<Level, Round[]>(levels.map((level) => [level, []]));
  for (let round = 1; round <= rounds; round += 1) {
    for (const level of levels) {
      const run = `r${round}c${level.callers}`;
      const task = (url: string): AppendTask => ({ url, shape, callers: level.callers, seconds, warmUp: WARM_UP, events, run });
      const child = async <R>(contender: string, make: (name: string) => Promise<string>): Promise<R> => {
        const name = `${contender.replace('-append', '')}_${run}`;
        const url = await make(name);
        await ground.settle();
        const result = await inChild<R>(contender, task(url));
        await ground.drop(name);
        return result;
      };
      const limit = async (): Promise<number | null> => {
        const { pgbench } = ground;
        if (!level.limit || !pgbench) return null;
        const url = await logDatabase(ground, `limit_${run}`);
        await ground.settle();
        const rate = await pgbenchInserts({ url, callers: level.callers, seconds: seconds + WARM_UP, rows: limitRows, pgbench });
        await ground.drop(`limit_${run}`);
        return rate;
      };
      rows.get(level)?.push({
        ours: await child<Ours>('onmaru-append', (name) => logDatabase(ground, name)),
        limit: await limit(),
        emmett: level.emmett ? await child<AppendResult>('emmett-append', (name) => ground.database(name)) : null,
        castore: level.castore ? await child<AppendResult>('castore-append', (name) => ground.database(name)) : null,
      });
    }
  }
  const all = [...rows.values()].flat();
  const perLevel = (of: (level: Level, own: readonly Round[]) => readonly (readonly [string, unknown])[]): object =>
    Object.fromEntries([...rows].flatMap(([level, own]) => of(level, own)));
  const ours = (own: readonly Round[]): number[] => own.map((one) => one.ours.rate);
  return {
    ratios: perLevel(({ callers, ...who }, own) => [
      ...(who.emmett ? [[`vsEmmett@${callers}`, pairedRatio(ours(own), own.map(({ emmett }) => emmett?.rate ?? null))] as const] : []),
      ...(who.castore ? [[`vsCastore@${callers}`, pairedRatio(ours(own), own.map(({ castore }) => castore?.rate ?? null))] as const] : []),
      ...(who.limit ? [[`vsLimit@${callers}`, pairedRatio(ours(own), own.map((one) => one.limit))] as const] : []),
    ]) as Finding['ratios'],
    absolute: perLevel(({ callers }, own) => [
      [
        `@${callers}`,
        {
          onmaru: times(own.map((one) => one.ours)),
          emmett: times(own.map(({ emmett }) => emmett)),
          castore: times(own.map(({ castore }) => castore)),
          limit: own.every((one) => one.limit === null) ? null : { eventsPerSecond: rounded(median(own.flatMap((one) => one.limit ?? []))) },
        },
      ],
    ]) as Finding['absolute'],
    counters: added(all.map((one) => one.ours.counters)),
    notes: [
      ...(ground.pgbench ? [] : ['pgbench is not installed (Debian: postgresql-contrib), so vsLimit is null']),
      ...wrongs('Emmett', all.map(({ emmett }) => emmett)),
      ...wrongs('Castore', all.map(({ castore }) => castore)),
    ],
  };
};
