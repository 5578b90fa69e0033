import { freePort } from '@onmaru/local-postgres';
import type { Bench, Finding, Settings } from '../bench.js';
import type { LoadResult, LoadTask } from '../contenders/http-load.js';
import { inChild } from '../contenders/in-child.js';
import { notes, openings, type Command } from '../http/commands.js';
import { platform, type Platform } from '../http/platform.js';
import { casesAfter, followed, headOf, platformCounters } from '../http/platform-log.js';
import { server } from '../http/server.js';
import { median, pairedRatio, rounded } from '../statistics.js';

const CONNECTIONS = 20;
const CUSTOMERS = 100;
const [WARM_UP, SECONDS] = [2, 6];

type Pair = { readonly ours: LoadResult; readonly limit: LoadResult; readonly behind: number };
type Round = { readonly note: Pair; readonly open: Pair };

const rounds = async (ours: Platform, echo: string, { rounds: count, events }: Settings): Promise<readonly Round[]> => {
  const load = (url: string, command: Command, run: string): Promise<LoadResult> =>
    inChild<LoadResult>('http-load', { ...command, url, token: ours.token, connections: CONNECTIONS, warmUp: WARM_UP, seconds: SECONDS, requests: events, run } satisfies LoadTask);
  const pair = async (command: Command, run: string): Promise<Pair> => {
    const limit = await load(echo, command, run);
    if (limit.failed > 0) throw new Error(`the echo failed: ${limit.failure ?? ''}`);
    return { limit, ours: await load(ours.url, command, run), behind: await followed(ours.database) };
  };
  const all: Round[] = [];
  for (let round = 1; round <= count; round += 1) {
    const before = await headOf(ours.database);
    const open = await pair(openings(ours.customers), `open${round}`);
    all.push({ open, note: await pair(notes(await casesAfter(ours.database, before)), `note${round}`) });
  }
  return all;
};

const figures = (pairs: readonly Pair[]): object => {
  const of = (who: 'ours' | 'limit') => (figure: 'rate' | 'p50' | 'p99') => rounded(median(pairs.map((pair) => pair[who][figure])));
  const [own, echo] = [of('ours'), of('limit')];
  return {
    onmaru: { requestsPerSecond: own('rate'), p50: own('p50'), p99: own('p99') },
    limit: { requestsPerSecond: echo('rate'), p50: echo('p50'), p99: echo('p99') },
    vsLimit: ratio(pairs),
    followersBehind: rounded(median(pairs.map(({ behind }) => behind))),
  };
};

const ratio = (pairs: readonly Pair[]): number | null => pairedRatio(pairs.map(({ ours }) => ours.rate), pairs.map(({ limit }) => limit.rate));

const finding = async (ours: Platform, all: readonly Round[]): Promise<Finding> => {
  const [note, open] = [all.map((one) => one.note), all.map((one) => one.open)];
  const runs = [...note, ...open].map((pair) => pair.ours);
  const failed = runs.reduce((sum, run) => sum + run.failed, 0);
  const failure = runs.find((run) => run.failure !== undefined)?.failure;
  return {
    ratios: { vsLimit: ratio(note) },
    absolute: { note: figures(note), open: figures(open) },
    counters: await platformCounters(ours.database, runs.flatMap(({ acknowledged }) => acknowledged), failed),
    notes: [
      'vsLimit is a note on one of the cases just opened, by 20 connections; absolute.open is the opening of a case; followersBehind are the milliseconds after the last answer until every view and consumer had seen everything',
      ...(failure === undefined ? [] : [`a request failed: ${failure}`]),
    ],
  };
};

export const httpCommand: Bench = {
  name: 'http-command',
  about: 'A command through the whole edge of a standalone platform, against a bare Nest and Fastify echo of the same body.',
  async run(_ground, settings) {
    const echoUrl = `http://127.0.0.1:${await freePort()}`;
    const echo = await server('bench/src/http/echo-server.ts', `${echoUrl}/readyz`, { PORT: new URL(echoUrl).port });
    try {
      const ours = await platform(CUSTOMERS);
      try {
        return await finding(ours, await rounds(ours, echoUrl, settings));
      } finally {
        await ours.stop();
      }
    } finally {
      await echo.stop();
    }
  },
};
