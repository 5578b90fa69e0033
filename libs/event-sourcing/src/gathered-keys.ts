import { setImmediate as endOfTurn } from 'node:timers/promises';
import type { Keys } from './keys.js';

type Found = ReadonlyMap<string, Uint8Array>;
type Ask = (tenant: string, subjects: readonly string[]) => Promise<Found>;
type Gathering = { readonly subjects: Set<string>; readonly found: Promise<Found> };

/**
 * Asks once for all keys that are asked for in one turn of the event loop: whoever appends to many streams at once, or
 * reads many messages, waits for one answer, not for as many. Each caller is answered what all of them asked for.
 */
export const gatheredKeys = (keys: Keys): Keys => ({
  toOpen: gathered((tenant, subjects) => keys.toOpen(tenant, subjects)),
  toSeal: gathered((tenant, subjects) => keys.toSeal(tenant, subjects)),
});

const gathered = (ask: Ask): Ask => {
  const gathering = new Map<string, Gathering>();

  const askAll = async (tenant: string, subjects: ReadonlySet<string>): Promise<Found> => {
    await endOfTurn();
    gathering.delete(tenant);
    return ask(tenant, [...subjects]);
  };

  const begin = (tenant: string): Gathering => {
    const subjects = new Set<string>();
    const begun = { subjects, found: askAll(tenant, subjects) };
    gathering.set(tenant, begun);
    return begun;
  };

  return (tenant, subjects) => {
    const { subjects: all, found } = gathering.get(tenant) ?? begin(tenant);
    for (const subject of subjects) all.add(subject);
    return found;
  };
};
