import type { PassedOverBecause, Presence } from '../agent/agent.js';
import type { TakePlace } from '../agent/take-place/take-place.js';
import type { Work } from './work.js';

/** Somebody to whom work could be given. `lastGiven` and `joined` are positions in the log. */
export type Candidate = {
  readonly agentId: string;
  readonly presence: Exclude<Presence, 'offline'>;
  readonly places: number;
  readonly capacity: number;
  readonly lastGiven: number | null;
  readonly joined: number;
};

/** The situation: cases that wait, in any order, how many wait in all, and everybody who is not offline. */
export type Situation = { readonly waiting: readonly Work[]; readonly count: number; readonly agents: readonly Candidate[] };

/**
 * Who gets what now: the highest priority first, then the oldest case, to the available agent with the most free
 * places, then to who was given work longest ago, then to who joined first. Each decision carries what it looked at.
 */
export const handOutWork = ({ waiting, count, agents }: Situation): readonly TakePlace['data'][] => {
  const decided: TakePlace['data'][] = [];
  let standing = agents;
  for (const work of waiting.toSorted(byUrgency)) {
    const [chosen] = standing.filter((agent) => unfit(agent, work) === null).sort(byTurn);
    if (chosen === undefined) continue;
    const { caseId, queueId, priority, openedAt } = work;
    const passedOver = standing
      .filter((agent) => agent !== chosen)
      .map((agent) => ({ ...considered(agent), because: unfit(agent, work) ?? behind(agent, chosen) }));
    decided.push({ caseId, queueId, priority, openedAt, waiting: count - decided.length, chosen: considered(chosen), passedOver });
    const given = { ...chosen, places: chosen.places + 1, lastGiven: Number.MAX_SAFE_INTEGER - waiting.length + decided.length };
    standing = standing.map((agent) => (agent === chosen ? given : agent));
  }
  return decided;
};

const byUrgency = (a: Work, b: Work): number =>
  a.priority - b.priority || compare(a.openedAt, b.openedAt) || compare(a.caseId, b.caseId);

const byTurn = (a: Candidate, b: Candidate): number => free(b) - free(a) || (a.lastGiven ?? 0) - (b.lastGiven ?? 0) || a.joined - b.joined;

const unfit = ({ agentId, presence, places, capacity }: Candidate, { returnedBy }: Work): PassedOverBecause | null => {
  if (presence !== 'available') return 'away';
  if (agentId === returnedBy) return 'returned-it';
  return places >= capacity ? 'full' : null;
};

const behind = (agent: Candidate, chosen: Candidate): PassedOverBecause => {
  if (free(agent) < free(chosen)) return 'fewer-free-places';
  return (agent.lastGiven ?? 0) > (chosen.lastGiven ?? 0) ? 'given-work-later' : 'joined-later';
};

const free = ({ places, capacity }: Candidate): number => capacity - places;

const considered = ({ agentId, places, capacity }: Candidate) => ({ agentId, places, capacity });

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
