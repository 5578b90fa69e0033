import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command, Decider } from './decider.js';
import { decode, type EventTypes } from './event-types.js';
import type { Event, StoredEvent } from './event.js';

/**
 * What the stored events of one aggregate must keep, as specs: `<root>/<aggregate>/golden` holds one event of every
 * type and version that was ever written, and today's rules read and fold each of them. A stream begins with the first
 * type of `types`. Uses the test runner's globals.
 */
export const goldenEvents = <State, C extends Command, E extends Event, Code extends string>(
  root: string,
  aggregate: string,
  types: EventTypes<E>,
  { evolve, initialState }: Pick<Decider<State, C, E, Code>, 'evolve' | 'initialState'>,
): void => {
  const folder = join(root, aggregate, 'golden');
  const golden = readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as StoredEvent);
  const versions = Object.entries<{ version: number }>(types.types).map(([type, { version }]) =>
    Array.from({ length: version }, (_, n) => `${types.context}.${type}.v${n + 1}`),
  );

  describe(`Events of ${aggregate} that were ever written`, () => {
    it('are kept for every type and version', () => expect(golden.map(({ type }) => type).sort()).toEqual(versions.flat().sort()));

    it.each(golden)('can be read and folded today: $type', (stored) => {
      const beginning = golden.filter(({ type }) => versions[0]?.includes(type)).map((first) => decode(types, first));
      const state = evolve(beginning.reduce(evolve, initialState), decode(types, stored));
      expect(state).toStrictEqual(JSON.parse(JSON.stringify(state)));
    });
  });
};
