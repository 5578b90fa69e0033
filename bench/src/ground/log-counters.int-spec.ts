import { importEvents, migrateLog } from '@onmaru/event-sourcing/postgres';
import { testDatabase, type TestDatabase } from '@onmaru/local-postgres';
import { SOUND } from '../bench.js';
import { isSound } from '../counters.js';
import { onDatabase } from './log-database.js';
import { logCounters } from './log-counters.js';

const id = (n: number): string => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const events = [1, 2, 3, 4].map((n) => ({
  id: id(n),
  type: 'cases.NoteAdded.v1',
  occurredAt: '2026-03-01T09:00:00.000Z',
  recordedAt: '2026-03-01T09:00:00.000Z',
  json: '{}',
  actor: { kind: 'staff', id: 'mina' } as const,
  commandId: `c${n}`,
  correlationId: 'r',
  tenant: 'demo',
  stream: `case-${n % 2}`,
  revision: Math.ceil(n / 2),
  position: n,
}));
const all = events.map((event) => event.id);

describe('What is counted of a log after a run', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await testDatabase();
    await migrateLog(database.url, {});
    await importEvents(database.url, events);
  });
  afterEach(() => database.drop());
  const after = async (harm: string) => {
    await onDatabase(database.url, (client) => client.query(harm));
    return logCounters(database.url, all);
  };

  it('is nothing where all is well', async () => {
    const counters = await logCounters(database.url, all);
    expect(counters).toEqual(SOUND);
    expect(isSound(counters)).toBe(true);
  });

  it.each([
    ['an event that was acknowledged and is not there', `delete from log.event where position = 4; update log.head set position = 3`, { lost: 1 }],
    ['an event that is there twice', `insert into log.event select 5, tenant, 'case-9', category, 1, type, id, command_id, command_hash, 0, data, meta, occurred_at, recorded_at from log.event where position = 1; update log.head set position = 5`, { doubled: 1 }],
    ['a gap in positions', `update log.event set position = 9 where position = 4; update log.head set position = 4`, { outOfOrder: 1 }],
    ['a gap in a stream', `update log.event set revision = 7 where position = 4`, { outOfOrder: 1 }],
    ['a head that is elsewhere', `update log.head set position = 7`, { outOfOrder: 1 }],
  ])('finds %s', async (_, harm, found) => {
    const counters = await after(harm);
    expect(counters).toEqual({ ...SOUND, ...found });
    expect(isSound(counters)).toBe(false);
  });
});
