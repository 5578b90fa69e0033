import { ApiProblem } from '../../ui/api/problem.js';
import { write } from '../../ui/api/request.js';
import { useWrite } from '../../ui/requests/use-write.js';
import type { Parked } from './standing.js';

export type ParkedBy = Pick<Parked, 'tenant' | 'stream'> & { readonly view: string };
type Redriven = { readonly view: string; readonly parked: Omit<Parked, 'parkedAt'> | null };
type Outcome = { readonly goOn: number; readonly still: readonly Omit<Parked, 'parkedAt'>[] };

/** Lets views try these streams again, one after the other, and tells what came of it. */
export const useRedrive = () => useWrite(async (streams: readonly ParkedBy[]) => outcomeOf(await inTurn(streams)), ['view']);

const inTurn = async (streams: readonly ParkedBy[]): Promise<readonly Redriven[]> => {
  const answers: Redriven[] = [];
  for (const { view, tenant, stream } of streams) answers.push(await write<Redriven>(`operations/views/${view}/redrive`, { tenant, stream }, { key: crypto.randomUUID() }).catch((error: unknown) => goneOn(view, error)));
  return answers;
};

/** What somebody else has let try meanwhile is parked no longer. */
const goneOn = (view: string, error: unknown): Redriven => {
  if (error instanceof ApiProblem && error.code === 'stream-not-parked') return { view, parked: null };
  throw error;
};

const outcomeOf = (answers: readonly Redriven[]): Outcome => {
  const still = answers.flatMap(({ parked }) => parked ?? []);
  return { goOn: answers.length - still.length, still };
};
