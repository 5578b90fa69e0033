import type { Bench, Counters, Finding } from '../bench.js';
import type { LoadResult, LoadTask } from '../contenders/http-load.js';
import { inChild } from '../contenders/in-child.js';
import { notes, openings, type Command } from '../http/commands.js';
import { casesAfter, followed, headOf, platformCounters } from '../http/platform-log.js';
import { platform, type Platform } from '../http/platform.js';
import { reading, type Reading } from '../http/reading.js';
import { rebuilding, type Rebuilding } from '../http/rebuilding.js';
import { standing, type Standing } from '../http/standing.js';
import { verified } from '../http/verified.js';
import { firstOverLast, median, rounded } from '../statistics.js';

const [CONNECTIONS, CUSTOMERS] = [20, 100];
/** Seconds of each kind of command in a round, which so takes about a minute. */
const [WARM_UP, SECONDS] = [1, 26];

type Round = { readonly runs: readonly LoadResult[]; readonly behind: number; readonly standing: Standing };

const rounds = async (ours: Platform, count: number): Promise<readonly Round[]> => {
  const load = (command: Command, run: string): Promise<LoadResult> =>
    inChild<LoadResult>('http-load', { ...command, url: ours.url, token: ours.token, connections: CONNECTIONS, warmUp: WARM_UP, seconds: SECONDS, requests: Number.MAX_SAFE_INTEGER, run } satisfies LoadTask);
  const all: Round[] = [];
  for (let round = 1; round <= count; round += 1) {
    const before = await headOf(ours.database);
    const opened = await load(openings(ours.customers), `open${round}`);
    const noted = await load(notes(await casesAfter(ours.database, before)), `note${round}`);
    all.push({ runs: [opened, noted], behind: await followed(ours.database), standing: await standing(ours) });
  }
  return all;
};

const countersOf = async (ours: Platform, all: readonly Round[], read: Reading, { wrong }: Rebuilding): Promise<Counters> => {
  const runs = all.flatMap((round) => round.runs);
  const last = new Set(all.at(-1)?.standing.connections);
  const cut = all[0]?.standing.connections.filter((pid) => !last.has(pid)) ?? [];
  const failed = read.failed + runs.reduce((sum, run) => sum + run.failed, 0);
  const counters = await platformCounters(ours.database, runs.flatMap(({ acknowledged }) => acknowledged), failed + cut.length);
  return { ...counters, drift: counters.drift + wrong.length + ((await verified(ours)).ok ? 0 : 1) };
};

const finding = async (ours: Platform, all: readonly Round[], read: Reading, rebuilt: Rebuilding): Promise<Finding> => {
  const runs = all.flatMap((round) => round.runs);
  const failure = runs.find((run) => run.failure !== undefined)?.failure ?? read.failure ?? rebuilt.wrong[0];
  return {
    ratios: { memory: firstOverLast(all.map((round) => round.standing.megabytes)) },
    absolute: {
      commandsPerSecond: rounded(median(runs.map(({ rate }) => rate))),
      p99: rounded(median(runs.map(({ p99 }) => p99))),
      megabytes: all.map((round) => round.standing.megabytes),
      events: await headOf(ours.database),
      reads: read.answers,
      rebuildsOfEveryView: rebuilt.rebuilt,
      followersBehind: rounded(median(all.map(({ behind }) => behind))),
    },
    counters: await countersOf(ours, all, read, rebuilt),
    notes: [
      'a round takes about a minute; memory is what the platform had after the first rounds over what it had after the last ones; a connection of the log that was cut counts as lost, a rebuilt view that was not what the log says, or an onmaru verify that fails, as drift',
      ...(failure === undefined ? [] : [`something failed: ${failure}`]),
    ],
  };
};

export const endurance: Bench = {
  name: 'endurance',
  about: 'Commands, reads and rebuilds of every view, all at once and without a pause, a minute a round.',
  async run(_ground, settings) {
    const ours = await platform(CUSTOMERS);
    const stop = new AbortController();
    try {
      const others = Promise.all([reading(ours, stop.signal), rebuilding(ours, stop.signal)]);
      others.catch(() => stop.abort());
      const all = await rounds(ours, settings.rounds);
      stop.abort();
      return await finding(ours, all, ...(await others));
    } finally {
      stop.abort();
      await ours.stop();
    }
  },
};
