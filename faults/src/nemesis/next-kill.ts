import type { Chance } from '../chance.js';

/** What can be killed: the programs of the platform, its database, and the brokers. */
export const PROCESSES = ['identity', 'cases', 'routing', 'gateway', 'postgres', 'kafka'] as const;
export type Process = (typeof PROCESSES)[number];

/** Who is killed next, and how many milliseconds after the last time; sometimes two at once. */
export type Kill = { readonly afterMs: number; readonly victims: readonly Process[] };

/** Every so many kills take a second victim with them. */
const TOGETHER = 0.12;

/** The next kill, on average `paceMs` after the one before, and never sooner than a quarter of that. */
export const nextKill = (from: Chance, paceMs: number): Kill => {
  const afterMs = paceMs * (0.25 + Math.min(3, -0.75 * Math.log(1 - from.next())));
  const first = from.pick(PROCESSES);
  const second = from.next() < TOGETHER ? from.pick(PROCESSES.filter((other) => other !== first)) : null;
  return { afterMs: Math.round(afterMs), victims: second === null ? [first] : [first, second] };
};
