import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newApiKey } from '@onmaru/identity/identity.module';
import { testDatabase, type TestDatabase } from '@onmaru/local-postgres';
import kafkajs from 'kafkajs';
import pg from 'pg';
import { SERVICES, TOPICS } from './services.adapter.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const brokers = process.env['KAFKA_BROKERS'] ?? '';
const prefix = `${randomUUID()}-`;

/** Runs the program to its end → its exit code and what it printed. */
const setup = async (verb: string, environment: Readonly<Record<string, string>>): Promise<{ readonly code: number | null; readonly said: string }> => {
  const child = spawn(process.execPath, ['--disable-warning=TimeoutNegativeWarning', '--import', './tools/ts.mjs', 'apps/setup/src/main.ts', verb], { cwd: ROOT, env: { PATH: process.env['PATH'], ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const output of [child.stdout, child.stderr]) output.setEncoding('utf8').on('data', (text: string) => (said += text));
  const code = await new Promise<number | null>((ended) => child.once('close', ended));
  return { code, said: said.trim() };
};

describe('The program that prepares a platform', () => {
  const data = mkdtempSync(join(tmpdir(), 'onmaru-setup-'));
  let database: TestDatabase;
  let client: pg.Client;
  let given: Readonly<Record<string, string>>;
  const count = async (of: string): Promise<number> => (await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${of}`)).rows[0]?.n ?? 0;
  const done = { code: 0, said: 'Everything is there that services stand on' };

  beforeAll(async () => {
    chmodSync(data, 0o700);
    database = await testDatabase();
    client = new pg.Client(database.url);
    await client.connect();
    const passwords = Object.fromEntries(['IDENTITY', 'CASES', 'ROUTING', 'GATEWAY'].map((name) => [`ONMARU_${name}_PASSWORD`, `the password of ${name}`]));
    given = { ONMARU_ADMIN_URL: database.url, KAFKA_BROKERS: brokers, ONMARU_KAFKA_PREFIX: prefix, ONMARU_DATA: data, ...passwords };
  }, 60_000);
  afterAll(async () => {
    await client.end();
    await database.drop();
    rmSync(data, { recursive: true });
  });

  it('finds nothing and leaves everything, also when two are run at once', async () => {
    expect(await Promise.all([setup('prepare', { ...given, ONMARU_PLATFORM_KEY: newApiKey() }), setup('prepare', { ...given, ONMARU_PLATFORM_KEY: newApiKey() })])).toEqual([done, done]);
    expect(await count('identity.api_key')).toBe(2);
    expect(await Promise.all(SERVICES.map(({ name }) => count(`${name}.migration`)))).toEqual(SERVICES.map(({ migrations }) => migrations.length));
    const admin = new kafkajs.Kafka({ brokers: brokers.split(','), logLevel: kafkajs.logLevel.NOTHING }).admin();
    await admin.connect();
    expect((await admin.listTopics()).filter((topic) => topic.startsWith(prefix)).sort()).toEqual(TOPICS.map((topic) => `${prefix}${topic}`).sort());
    await admin.disconnect();
  }, 120_000);

  it('makes up a key once, keeps it in the folder that it is given, and prints it for its owner', async () => {
    expect([await setup('prepare', given), await setup('prepare', given)]).toEqual([done, done]);
    expect(await count('identity.api_key')).toBe(3);
    expect(await setup('key', { ONMARU_DATA: data })).toEqual({ code: 0, said: expect.stringMatching(/^onm_[0-9a-f]{32}_[\w-]{43}$/) });
  }, 120_000);

  it.each([
    ['cannot sign in', { ONMARU_ADMIN_URL: 'postgres://nobody:wrong@HOST/onmaru' }, 'The database does not let this program in: password authentication failed for user "nobody". Correct the user and the password'],
    ['lacks a password', { ONMARU_ROUTING_PASSWORD: '' }, 'ONMARU_ROUTING_PASSWORD is empty: it must be a secret of at least 16 characters'],
    ['finds no Kafka', { KAFKA_BROKERS: '127.0.0.1:1' }, 'Start it, or correct its address in KAFKA_BROKERS.'],
  ])('says in a sentence what to do when it %s', async (_, wrong: Readonly<Record<string, string>>, says) => {
    const host = new URL(database.url).host;
    const told = Object.fromEntries(Object.entries(wrong).map(([name, value]) => [name, value.replace('HOST', host)]));
    const { code, said } = await setup('prepare', { ...given, ...told });
    expect({ code, lines: said.split('\n').length, said }).toEqual({ code: 1, lines: 1, said: expect.stringContaining(says) });
  }, 120_000);
});
