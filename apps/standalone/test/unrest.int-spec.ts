import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { superuserUrl, tamper } from './data-folder.js';
import { namesIn, type Line } from './fold-case.js';
import { expectStatus, newFolder, platform, TENANTS, type TestPlatform } from './platform.js';

type Entry = { readonly tenant: string; readonly kind: string; readonly id: string; readonly name: string | null; readonly external_id: string | null };
type Standing = { readonly head: number; readonly directory: readonly Entry[]; readonly agents: readonly object[]; readonly deadLetters: number };

const KINDS = ['identity', 'cases', 'routing'];

/** Whatever consumers have made, once they have heard everything. */
const standingOf = async ({ data }: TestPlatform): Promise<Standing> => {
  const client = new pg.Client(superuserUrl(data));
  await client.connect();
  const ask = async <T extends object>(text: string): Promise<readonly T[]> => (await client.query<T>(text)).rows;
  const headNow = async (): Promise<number> => Number((await ask<{ head: string }>('SELECT coalesce(max(position), 0) AS head FROM log.event'))[0]?.head);
  const heard = async (): Promise<number> =>
    Number((await ask<{ least: string }>(`SELECT min(position) AS least FROM (${KINDS.map((schema) => `SELECT position FROM ${schema}.bus_checkpoint`).join(' UNION ALL ')}) all_groups`))[0]?.least);
  try {
    for (let tried = 0; tried < 300 && (await heard()) < (await headNow()); tried += 1) await pause(200);
    const letters = await Promise.all(KINDS.map((schema) => ask(`SELECT FROM ${schema}.dead_letter`)));
    return {
      head: await headNow(),
      directory: await ask<Entry>('SELECT tenant, kind, id, name, external_id FROM cases.directory ORDER BY tenant COLLATE "C", kind COLLATE "C", id COLLATE "C"'),
      agents: await ask('SELECT * FROM routing.agents_1 ORDER BY tenant, id'),
      deadLetters: letters.flat().length,
    };
  } finally {
    await client.end();
  }
};

/** What the directory of cases has to be, from the log as programs outside read it. */
const directoryFrom = async (at: TestPlatform): Promise<readonly Entry[]> => {
  const tenants = await Promise.all(
    TENANTS.map(async (tenant) => {
      const lines = (await at.as(`admin@${tenant}`, 'events?personal=true')).text.trimEnd().split('\n').map((line) => JSON.parse(line) as Line);
      const kinds: Readonly<Record<string, string>> = { user: 'staff', customer: 'customer', queue: 'queue' };
      const kindOf = new Map(lines.flatMap(({ stream }) => Object.entries(kinds).flatMap(([category, kind]) => (stream.startsWith(`${category}-`) ? [[stream.slice(category.length + 1), kind]] : []))));
      return [...namesIn(lines)].map(([id, { name, externalId }]) => ({ tenant, kind: kindOf.get(id) as string, id, name: name as string | null, external_id: externalId as string | null }));
    }),
  );
  const order = ({ tenant, kind, id }: Entry): string => [tenant, kind, id].join('\u0001');
  return tenants.flat().sort((one, other) => (order(one) < order(other) ? -1 : 1));
};

describe('News that come twice and in disorder', () => {
  const folder = newFolder();
  let at: TestPlatform;
  let first: Standing;

  beforeAll(async () => {
    at = await platform({ folder, seed: 1 });
    const admin = async (path: string, body?: object): Promise<string> => expectStatus(await at.as('admin', path, { method: 'POST', ...(body && { body }) }), path.includes('/') ? 200 : 201)['id'] as string;
    const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);
    const customers = await Promise.all(numbers(40).map((n) => admin('customers', { name: `Customer ${n}`, externalId: `c${n}` })));
    const staff = await Promise.all(numbers(12).map((n) => admin('staff', { name: `Staff ${n}`, role: 'agent', externalId: `s${n}` })));
    await Promise.all(numbers(6).map((n) => admin('queues', { name: `Queue ${n}` })));
    for (const id of customers.slice(0, 8)) await admin(`customers/${id}/erase`, { reason: 'They asked' });
    for (const id of staff.slice(0, 4)) await admin(`staff/${id}/disable`);
    for (const id of staff.slice(0, 2)) await admin(`staff/${id}/enable`);
    first = await standingOf(at);
  });

  afterAll(async () => {
    await at.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('make of the directory what the log says, and leave nobody out', async () => {
    const directory = await directoryFrom(at);
    expect(directory).toHaveLength(40 + 12 + 6 + 2 * 5);
    expect(directory.filter(({ name }) => name === null)).toHaveLength(8);
    expect(first.directory).toEqual(directory);
    expect(first.agents).not.toEqual([]);
    expect(first.deadLetters).toBe(0);
  });

  it('are seen by whoever brought them about: a case for a customer registered a moment ago, at once', async () => {
    for (let n = 0; n < 10; n += 1) {
      const { id } = expectStatus(await at.as('agent', 'customers', { body: { name: `Quick ${n}` } }), 201);
      const opened = expectStatus(await at.as('agent', 'cases', { body: { subject: `Quick ${n}`, description: '', customerId: id, channel: 'web' } }), 201);
      const { items } = (await at.as('agent', `cases?customerId=${id as string}`)).json;
      expect(items).toEqual([expect.objectContaining({ id: opened['id'], customer: { id, name: `Quick ${n}` } })]);
    }
    first = await standingOf(at);
  });

  it('change nothing when all of them come once more, from the first on, in yet another order', async () => {
    await at.stop();
    await tamper(at.data, KINDS.map((schema) => `UPDATE ${schema}.bus_checkpoint SET position = 0`).join('; '));
    at = await platform({ folder, seed: 2 });
    expect(await standingOf(at)).toEqual(first);
  });

  it('make the same from nothing', async () => {
    await at.stop();
    await tamper(at.data, 'DELETE FROM cases.directory; UPDATE cases.bus_checkpoint SET position = 0');
    at = await platform({ folder, seed: 3 });
    expect(await standingOf(at)).toEqual(first);
    expect((await at.as('supervisor', 'operations/verify')).json).toMatchObject({ ok: true });
  });
});
