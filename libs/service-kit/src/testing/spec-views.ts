import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseStoredName, type NewEvent } from '@onmaru/event-sourcing';
import { inMemoryEventStore } from '@onmaru/event-sourcing/in-memory';
import { testDatabase, type TestDatabase } from '@onmaru/local-postgres';
import { generationOf, viewRunner, type ViewRunner } from '@onmaru/read-models';
import { systemClock } from '@onmaru/time/system-clock';
import pg from 'pg';
import { v5, v7 } from 'uuid';
import { logger } from '../log.js';
import type { Service } from '../service.js';
import { openServiceTables, type ServiceTables } from '../service-tables.js';
import { goldenFaults, keptFrom, type GoldenViews } from './golden-views.js';

type Golden = Pick<NewEvent, 'type' | 'occurredAt' | 'data'>;

/** Every event that a service keeps as golden, those of a type by its short name: one of each version. */
const goldenOf = (root: string): ReadonlyMap<string, readonly Golden[]> =>
  Map.groupBy(
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => /(^|\/)golden\/[^/]+[.]json$/.test(path.replaceAll('\\', '/')))
      .map((path) => JSON.parse(readFileSync(join(root, path), 'utf8')) as Golden),
    ({ type }) => parseStoredName(type).type,
  );

/**
 * What every view of a service must keep, as specs on a real PostgreSQL: its migrated table takes what its fold makes of
 * every kind of event, and the rows built live are those that a rebuild makes. A view is specified by being listed in
 * the service. `root` is the folder with the service's golden events. Uses the test runner's globals.
 */
export const specViews = (service: Service, root: string): void => {
  const golden = goldenOf(root);
  const keeping = join(root, 'golden-views.json');

  describe(`The views of ${service.name}`, () => {
    let database: TestDatabase;
    let tables: ServiceTables;
    let runner: ViewRunner;
    const store = inMemoryEventStore({ clock: systemClock });
    /** Where in the log the stream of each golden event stands, by the type of the event. */
    const spans = new Map<string, { readonly category: string; readonly from: number; readonly upTo: number }>();
    /** A stream of its own for the last of these events, whose id an event that names it carries, too. The same ids every time. */
    const append = async (category: string, events: readonly Golden[]): Promise<void> => {
      const type = events.at(-1)?.type ?? '';
      const [id, name, from] = [v5(type, v5.URL), `${category}Id`, await store.head()];
      const cause = { actor: { kind: 'system', id: 'spec' }, commandId: v7(), correlationId: 'spec' } as const;
      const appended = events.map((event, n) => ({ ...event, ...cause, id: v5(`${type} ${n}`, v5.URL), data: name in event.data ? { ...event.data, [name]: id } : event.data }));
      await store.append({ tenant: 'demo', stream: `${category}-${id}`, expected: 'none', events: appended });
      spans.set(type, { category, from, upTo: await store.head() });
    };
    /** What each view makes of each golden event in a stream that it reads. */
    const madeOf = async (): Promise<GoldenViews> => {
      const made: Record<string, GoldenViews[string]> = {};
      for (const view of service.views) {
        const rows: Record<string, string> = {};
        for (const [type, { category, from, upTo }] of spans) {
          const [scratched] = category === view.of.category ? await runner.scratch({ from, upTo, views: [view.name] }) : [];
          if (scratched) rows[type] = scratched.hash.slice(0, 16);
        }
        made[view.name] = { generation: generationOf(view), rows };
      }
      return made;
    };

    beforeAll(async () => {
      database = await testDatabase();
      const admin = new pg.Client(database.url);
      await admin.connect();
      await admin.query(`CREATE SCHEMA ${service.name}`);
      await admin.end();
      tables = await openServiceTables({ url: database.url, service, logger: logger('silent') });
      for (const { category, events } of service.aggregates) {
        const [first, ...others] = Object.keys(events.types).flatMap((type) => golden.get(type) ?? []);
        // A stream for each type, so that no event hides what another one left.
        if (first) for (const event of [first, ...others]) await append(category, event === first ? [first] : [first, event]);
      }
      runner = viewRunner({ store, pool: tables.pool, schema: service.name, views: service.views });
      await runner.start();
    });

    afterAll(async () => {
      await runner.stop();
      await tables.close();
      await database.drop();
    });

    it('take every kind of event that was ever written', async () => {
      expect(await runner.waitFor(await store.head(), 20_000)).toBe(true);
      expect(await runner.parked()).toEqual([]);
    });

    it.each(service.views.map(({ name }) => name))('have the rows that a rebuild makes, and at least one: %s', async (name) => {
      await (await runner.rebuilds.start({ views: [name], compareOnly: true })).ended;
      const found = (await runner.rebuilds.list()).find(({ view }) => view === name);
      expect(found).toMatchObject({ state: 'done', equal: true });
      expect(found?.rows).toBeGreaterThan(0);
    });

    it('make the rows of their generation: other rows are another generation, which is folded anew wherever it runs', async () => {
      const made = await madeOf();
      const kept = (): GoldenViews => (existsSync(keeping) ? (JSON.parse(readFileSync(keeping, 'utf8')) as GoldenViews) : {});
      if (process.env['ONMARU_WRITE_DOCS'] === 'on') writeFileSync(keeping, `${JSON.stringify(keptFrom(kept(), made), null, 2)}\n`);
      expect(goldenFaults(kept(), made)).toEqual([]);
      for (const { rows } of Object.values(made)) expect(Object.keys(rows)).not.toEqual([]);
    });

    it('have the same hash wherever in a log the same history stands', async () => {
      const elsewhere = inMemoryEventStore({ clock: systemClock });
      const cause = { actor: { kind: 'system', id: 'spec' }, correlationId: 'spec' } as const;
      const before = { ...cause, id: v7(), commandId: v7(), type: 'elsewhere.SomethingHappened.v1', occurredAt: '2026-01-01T00:00:00.000Z', data: {} };
      await elsewhere.append({ tenant: 'demo', stream: 'elsewhere-1', expected: 'none', events: [before] });
      const { events } = await store.readAll(0, { everyTenant: true });
      for (const event of events) await elsewhere.append({ tenant: event.tenant, stream: event.stream, expected: 'any', events: [{ ...event, commandId: v7() }] });
      const other = viewRunner({ store: elsewhere, pool: tables.pool, schema: service.name, views: service.views });
      expect(await other.scratch()).toEqual(await runner.scratch());
    });
  });
};
