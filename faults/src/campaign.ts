import { mkdirSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { healedAfter } from '@onmaru/invariants';
import { backlog } from './check/backlog.js';
import { evidence } from './check/evidence.js';
import { tamper, type Injection } from './check/tamper.js';
import { chance } from './chance.js';
import { figuresOf } from './figures.js';
import { startPlatform } from './ground/platform.js';
import { newTenant } from './ground/tenants.js';
import { history as historyIn } from './history.js';
import { work } from './load/work.js';
import { nemesis, type Killed } from './nemesis/nemesis.js';
import { runFolder, type Campaign } from './results.js';
import { verdictOf } from './result.js';

export type Asked = {
  readonly seed: number;
  readonly minutes: number;
  /** Seconds between two kills, on average. */
  readonly pace: number;
  /** How many work at once in each tenant. */
  readonly clients: number;
  readonly injections: readonly Injection[];
};

const TENANTS = ['north', 'south', 'east'];
const SIZE = { agents: 8, customers: 20 } as const;
/** How long everything may take to be caught up with after the last kill, in milliseconds. */
const HEALING = 60_000;
const WORD = 10_000;

/** One campaign, from the first process to the last; `say` is told how it goes. Throws the reason of `stop` when that aborts. */
export const campaign = async ({ seed, minutes, pace, clients, injections }: Asked, say: (line: string) => void, stop: AbortSignal): Promise<Campaign> => {
  const folder = runFolder(seed);
  mkdirSync(folder, { recursive: true });
  say(`What is done and said is kept in ${folder}`);
  const load = loadavg()[0] ?? 0;
  const platform = await startPlatform(folder, stop);
  const history = historyIn(join(folder, 'history.ndjson'));
  try {
    const tenants = await Promise.all(TENANTS.map((name) => newTenant(platform, name, SIZE)));
    say(`The platform is at ${platform.url}; ${tenants.length} tenants, ${TENANTS.length * clients} clients`);
    const from = chance(seed);
    const began = performance.now();
    const now = (): number => Math.round(performance.now() - began);
    const killed: Killed[] = [];
    const [quiet, over] = [new AbortController(), new AbortController()];
    const ofUs = AbortSignal.any([stop, over.signal]);
    const working = work({ tenants, clients, from, history, now, remembersAnswers: injections.includes('stale') }, ofUs);
    working.catch(() => over.abort());
    const killing = nemesis({ from: from.of('kills'), paceMs: pace * 1000, running: platform.running, now, stop: AbortSignal.any([ofUs, quiet.signal]) }, (one) => {
      killed.push(one);
      say(`${seconds(now())} killed ${one.process} (${killed.length})`);
    });
    killing.catch(() => over.abort());
    const told = setInterval(() => say(`${seconds(now())} ${history.commands.filter(({ outcome }) => outcome === 'ok').length} acknowledged, ${history.reads.length} reads, ${killed.length} kills`), WORD);
    try {
      await pause(minutes * 60_000, undefined, { signal: ofUs }).catch((error: unknown) => {
        if (!ofUs.aborted) throw error;
      });
    } finally {
      clearInterval(told);
      quiet.abort();
      over.abort();
    }
    await killing;
    await working;
    stop.throwIfAborted();
    const overMs = now();
    say(`${seconds(overMs)} nobody works or is killed any more: what is left to do`);
    const looks = await backlog(platform, 2 * HEALING, stop);
    say(`Caught up after ${healedAfter(looks) ?? 'more than it may take: not at all'} ms; checking`);
    for (const injection of injections) if (injection !== 'stale') await tamper(platform, history, injection);
    if (injections.length > 0) await pause(3000);
    const { events, streams, checks } = await evidence(platform, history, looks, HEALING);
    const acknowledged = history.commands.filter(({ outcome }) => outcome === 'ok').length;
    const verdict = verdictOf({ seed, minutes, killed: killed.map(({ process }) => process), acknowledged, checks });
    const machine = { cores: cpus().length, load: round(load), loadAfter: round(loadavg()[0] ?? 0) };
    return { verdict, figures: figuresOf(history.commands, history.reads.length, killed, overMs), healedAfterMs: healedAfter(looks), events, streams, clients: TENANTS.length * clients, machine, checks, killed, looks, injections, at: new Date().toISOString() };
  } finally {
    await history.close();
    await platform.stop();
  }
};

const round = (value: number): number => Math.round(value * 100) / 100;
const seconds = (ms: number): string => `${String(Math.round(ms / 1000)).padStart(5)} s`;
