import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Aggregate } from './aggregate.js';
import { decode } from './event-types.js';
import type { Event, StoredEvent } from './event.js';

/**
 * What the stored events of one aggregate must keep, as specs: `<root>/<folder>/golden` holds one event of every
 * type and version that was ever written, and today's rules read and fold each of them. A stream begins with the first
 * type of the aggregate's events. Uses the test runner's globals.
 */
export const goldenEvents = <State, E extends Event>(root: string, folder: string, { events, evolve, initialState }: Aggregate<State, E>): void => {
  const files = join(root, folder, 'golden');
  const golden = readdirSync(files).map((file) => JSON.parse(readFileSync(join(files, file), 'utf8')) as StoredEvent);
  const versions = Object.entries<{ version: number }>(events.types).map(([type, { version }]) =>
    Array.from({ length: version }, (_, n) => `${events.context}.${type}.v${n + 1}`),
  );

  describe(`Events of ${folder} that were ever written`, () => {
    it('are kept for every type and version', () => expect(golden.map(({ type }) => type).sort()).toEqual(versions.flat().sort()));

    it.each(golden)('can be read and folded today: $type', (stored) => {
      const beginning = golden.filter(({ type }) => versions[0]?.includes(type)).map((first) => decode(events, first));
      const state = evolve(beginning.reduce(evolve, initialState), decode(events, stored));
      expect(state).toStrictEqual(JSON.parse(JSON.stringify(state)));
    });
  });
};
