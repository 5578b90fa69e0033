import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Check, Look } from '@onmaru/invariants';
import type { Injection } from './check/tamper.js';
import type { Figures } from './figures.js';
import type { Killed } from './nemesis/nemesis.js';
import type { Verdict } from './result.js';

/** A campaign as it went. */
export type Campaign = {
  readonly verdict: Verdict;
  readonly figures: Figures;
  /** From the end of the load until nobody had anything left to do. */
  readonly healedAfterMs: number | null;
  readonly events: number;
  readonly streams: number;
  readonly clients: number;
  readonly machine: { readonly cores: number; readonly load: number; readonly loadAfter: number };
  readonly checks: readonly Check[];
  readonly killed: readonly Killed[];
  readonly looks: readonly Look[];
  readonly injections: readonly Injection[];
  readonly at: string;
};

/** What the page is made of: the campaign without what happened in it one by one. */
export type KeptCampaign = Omit<Campaign, 'killed' | 'looks' | 'injections'>;

const RUNS = fileURLToPath(new URL('../.runs/', import.meta.url));
const KEPT = fileURLToPath(new URL('../results/', import.meta.url));

/** Where a campaign that begins now keeps its history. */
export const runFolder = (seed: number): string => join(RUNS, `${new Date().toISOString().replaceAll(':', '-')}-${seed}`);

/** Keeps a campaign among the runs, and where it is wanted among those that the page is made of, under its seed. */
export const keep = (campaign: Campaign, kept: boolean): void => {
  mkdirSync(RUNS, { recursive: true });
  writeFileSync(join(RUNS, `${campaign.at.replaceAll(':', '-')}-${campaign.verdict.seed}.json`), `${JSON.stringify(campaign, null, 2)}\n`);
  if (!kept) return;
  const { killed: _killed, looks: _looks, injections: _injections, ...rest } = campaign;
  writeFileSync(join(KEPT, `seed-${campaign.verdict.seed}.json`), `${JSON.stringify(rest satisfies KeptCampaign, null, 2)}\n`);
};

/** The campaigns that were kept, the last one first. */
export const keptCampaigns = (): readonly KeptCampaign[] =>
  (existsSync(KEPT) ? readdirSync(KEPT) : [])
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(KEPT, name), 'utf8')) as KeptCampaign)
    .sort((one, other) => (one.at < other.at ? 1 : -1));
