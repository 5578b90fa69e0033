import type { Finding, Settings } from '../bench.js';
import { inChild } from '../contenders/in-child.js';
import { added } from '../counters.js';
import type { Ground } from '../ground/ground.js';
import { logDatabase } from '../ground/log-database.js';
import { fillLog } from '../logs/filled-log.js';
import { median, pairedRatio, rounded } from '../statistics.js';
import type { ProjectResult } from './projecting.js';

/** Emmett makes a view of so many events at most; it makes some hundreds a second. */
const EMMETT_EVENTS = 3000;

export type Rounds<Ours extends ProjectResult> = { readonly ours: readonly Ours[]; readonly limit: readonly ProjectResult[]; readonly emmett: readonly { readonly rate: number }[] };

/** Ours, reading and folding alone, and Emmett, round by round over the same log. */
export const projectRounds = async <Ours extends ProjectResult>(ground: Ground, { rounds, events }: Settings, contender: string): Promise<Rounds<Ours>> => {
  const found = { ours: [] as Ours[], limit: [] as ProjectResult[], emmett: [] as { rate: number }[] };
  for (let round = 0; round < rounds; round += 1) {
    const url = await logDatabase(ground, `project_${round}`);
    await fillLog(url, events);
    await ground.settle();
    found.limit.push(await inChild('onmaru-project', { url, upTo: events, limit: true }));
    found.ours.push(await inChild(contender, { url, upTo: events, limit: false }));
    // A log of its own each time: a second rebuild of one log made no documents.
    found.emmett.push(await inChild('emmett-project', { url: await ground.database(`emmett_${round}`), events: Math.min(events, EMMETT_EVENTS) }));
    await ground.drop(`emmett_${round}`);
    await ground.drop(`project_${round}`);
  }
  return found;
};

const rates = (results: readonly { readonly rate: number }[]): readonly number[] => results.map(({ rate }) => rate);

export const projectFinding = ({ ours, limit, emmett }: Rounds<ProjectResult>, more: object, notes: readonly string[]): Finding => ({
  ratios: { vsEmmett: pairedRatio(rates(ours), rates(emmett)), vsLimit: pairedRatio(rates(ours), rates(limit)) },
  absolute: { onmaru: rounded(median(rates(ours))), readAndFold: rounded(median(rates(limit))), emmett: rounded(median(rates(emmett))), ...more },
  counters: added(ours.map(({ counters }) => counters)),
  notes: ['ours makes four views of every event, Emmett one of its documents', ...notes],
});
