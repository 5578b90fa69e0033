import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COLUMNS } from '../src/servicenow/columns.js';
import { exampleCells } from '../src/servicenow/example-row.js';
import { FakePlatform } from './fake-platform.js';
import { intoHead, onmaru, startOnmaru } from './onmaru.js';
import { rowsOf } from './parquet-rows.js';

const rebuild = { view: 'case-details', state: 'running', position: 5, head: 9, eventsPerSecond: 3 };
const verdict = { events: 3, streams: 1, checks: [{ id: 'I2', ok: true, checked: 3, breaches: [] }], ok: true };

describe('The command line', () => {
  let platform: FakePlatform;
  let env: Record<string, string>;
  let folder: string;

  beforeEach(async () => {
    platform = new FakePlatform();
    env = { ONMARU_URL: await platform.start(), ONMARU_TOKEN: 'token' };
    folder = await mkdtemp(join(tmpdir(), 'onmaru-cli-'));
  });

  afterEach(async () => {
    platform.stop();
    await rm(folder, { recursive: true });
  });

  const log = async (...rows: readonly (readonly string[])[]) => {
    const file = join(folder, 'log.csv');
    await writeFile(file, [COLUMNS, ...rows].map((cells) => cells.join(',')).join('\n'));
    return file;
  };

  it('ends an import with one JSON object', async () => {
    const { code, out } = await onmaru(['import', 'servicenow', await log(exampleCells()), '--json'], env);
    expect(JSON.parse(out)).toEqual({ rows: 1, cases: 1, events: 1, changed: 1, unchanged: 0, refused: 0, seconds: expect.any(Number) as number });
    expect(code).toBe(0);
  });

  it('compares an import with COPY of what it appended, where it is asked to', async () => {
    platform.answers.set('operations/views', [{ view: 'case-details', position: 0, head: 0 }]);
    platform.answers.set('operations/time-copy', { events: 3, seconds: 1_000_000 });
    const { out } = await onmaru(['import', 'servicenow', await log(exampleCells()), '--measure', '--json'], env);
    expect((JSON.parse(out) as { copyRatio: number }).copyRatio).toBeGreaterThan(1000);
    expect(platform.bodies).toContain(JSON.stringify({ after: 0, upTo: platform.taken.length }));
  });

  it('says why an import was not compared with COPY, and imports all the same', async () => {
    platform.answers.set('operations/views', [{ view: 'case-details', position: 0, head: 0 }]);
    platform.trouble = ({ url }, response) => {
      if (!url?.endsWith('time-copy')) return false;
      platform.json(response, 409, { title: 'No table can be made' });
      return true;
    };
    const { code, out, said } = await onmaru(['import', 'servicenow', await log(exampleCells()), '--measure', '--json'], env);
    expect({ code, ratio: (JSON.parse(out) as { copyRatio: unknown }).copyRatio }).toEqual({ code: 0, ratio: null });
    expect(said).toMatch(/No comparison with COPY: .*No table can be made/);
  });

  it('waits at the end of an import until the views show it', async () => {
    await onmaru(['import', 'servicenow', await log(exampleCells({ assigned_to: '89' }))], env);
    expect(platform.requests.at(-1)).toMatchObject({ path: 'cases?limit=1', headers: { 'onmaru-position': '2' } });
  });

  it('lists refused rows, and exits with 1 for them', async () => {
    const { code, out, said } = await onmaru(['import', 'servicenow', await log(exampleCells(), exampleCells({ sys_updated_at: '31/2/2016 10:00' }))], env);
    expect(said).toBe('line 3 refused (incident 0000045): sys_updated_at "31/2/2016 10:00" is not a date such as 29/2/2016 01:16\n');
    expect(out).toMatch(/^2 rows of 1 cases in [\d.]+ s: 1 changed something \(1 events\), 0 did not, 1 refused\.\n$/);
    expect(code).toBe(1);
  });

  it('reads times in the zone that it is told', async () => {
    await onmaru(['import', 'servicenow', await log(exampleCells()), '--zone', 'America/Sao_Paulo'], env);
    expect(platform.taken[0]).toMatchObject({ at: '2016-02-29T04:16:00.000Z' });
  });

  it.each([
    [['import', 'servicenow', 'no-such.csv'], /there is no such file/],
    [['import', 'servicenow'], /missing required argument 'file'/],
    [['import', 'servicenow', 'log.csv', '--zone', 'Mars'], /There is no such time zone/],
    [['report', 'cases', '--as-of', 'yesterday'], /such as 2016-05-01T00:00:00Z, or a position/],
    [['replay', '--view', 'case-details', '--until', '7'], /cannot be used with/],
    [['replay', '--speed', '10'], /Give --play with them/],
    [['replay', '--into', 'fresh', '--speed', '10'], /Give --play with them/],
    [['replay', '--into', 'fresh', '--speed', '10'], /Give --play with them/],
    [['replay', '--play', '--speed', 'fast'], /a number above 0/],
    [['replay', '--play', '--longest-gap', 'long'], /90s, 30m, 1h or 2d/],
    [['replay', '--play', '--view', 'case-details'], /cannot be used with/],
    [['replay', '--from', '7'], /Give --play or --into fresh with them/],
    [['replay', '--into', 'old'], /Allowed choices are fresh/],
    [['events', '--format', 'parquet'], /Name it with --out/],
    [['events', '--out', 'events.parquet'], /--out is for --format parquet/],
    [['events', '--format', 'parquet', '--out', 'package.json'], /is there already/],
    [['fly'], /unknown command/],
  ])('exits with 2 when it is not used as it is meant to be: %j', async (args, message) => {
    const { code, out, said } = await onmaru(args, env);
    expect({ code, out, said }).toEqual({ code: 2, out: '', said: expect.stringMatching(message) as string });
  });

  it('exits with 1 when an invariant does not hold', async () => {
    platform.answers.set('operations/verify', { ...verdict, ok: false });
    const { code, out } = await onmaru(['verify', '--json'], env);
    expect({ code, ok: (JSON.parse(out) as { ok: boolean }).ok }).toEqual({ code: 1, ok: false });
  });

  it('exits with 0 when all hold', async () => {
    platform.answers.set('operations/verify', verdict);
    expect(await onmaru(['verify'], env)).toMatchObject({ code: 0, out: '3 events in 1 streams\n✓ I2  3 checked\nAll invariants hold.\n' });
  });

  it('prints events as they come, or as CSV', async () => {
    platform.answers.set('events', '{"position":1,"type":"cases.CaseHeld.v1"}\n{"position":2}\n');
    expect((await onmaru(['events', '--from', '0'], env)).out).toBe('{"position":1,"type":"cases.CaseHeld.v1"}\n{"position":2}\n');
    expect((await onmaru(['events', '--format', 'csv'], env)).out.split('\n')).toHaveLength(4);
    expect(platform.requests.map(({ path }) => path)).toContain('events?from=0');
  });

  it('writes events into a Parquet file, also none', async () => {
    platform.answers.set('events', '');
    const file = join(folder, 'none.parquet');
    expect(await onmaru(['events', '--type', 'cases.CaseHeld.v1', '--format', 'parquet', '--out', file], env)).toEqual({ code: 0, out: '', said: `0 events are in ${file}.\n` });
    expect(await rowsOf(file)).toEqual([]);
  });

  it('says on which views a replay found another state than the log, and exits with 1', async () => {
    platform.answers.set('operations/rebuilds', [{ ...rebuild, state: 'done', equal: false, hash: 'abc' }]);
    expect(await onmaru(['replay', '--view', 'case-details'], env)).toMatchObject({ code: 1, out: '✗ case-details  was not what the log says, and is now  abc\n' });
    expect(platform.bodies).toContain('{"views":["case-details"]}');
  });

  it('follows a replay to its end', async () => {
    let looks = 0;
    platform.trouble = (request, response) => {
      if (request.url !== '/api/v1/operations/rebuilds') return false;
      looks += 1;
      platform.json(response, request.method === 'POST' ? 202 : 200, [looks < 4 ? rebuild : { ...rebuild, state: 'done', equal: true, hash: 'abc', rows: 7 }]);
      return true;
    };
    expect(await onmaru(['replay', '--json'], env)).toMatchObject({ code: 0, out: '{"view":"case-details","equal":true,"hash":"abc","rows":7}\n' });
    expect(looks).toBe(4);
  });

  it('pauses a replay at Ctrl-C, and says how it goes on', async () => {
    platform.answers.set('operations/rebuilds', [rebuild]).set('operations/rebuilds/case-details/pause', { ...rebuild, state: 'paused' });
    const { child, ended } = startOnmaru(['replay'], env);
    while (!platform.requests.some(({ method, path }) => method === 'GET' && path === 'operations/rebuilds')) await new Promise((later) => setTimeout(later, 20));
    child.kill('SIGINT');
    expect(await ended).toEqual({ code: 130, out: '', said: '… case-details  is paused at 5 of 9 events\nStopped. `onmaru replay --resume` goes on from here.\n' });
    expect(platform.requests.at(-1)).toMatchObject({ method: 'POST', path: 'operations/rebuilds/case-details/pause' });
  });

  it('goes on with a replay that was paused, and with no other', async () => {
    const others = [{ ...rebuild, view: 'staff', state: 'done', equal: true, hash: 'x' }];
    platform.answers.set('operations/rebuilds', [{ ...rebuild, state: 'done', equal: true, hash: 'abc' }]);
    platform.trouble = (request, response) => {
      if (request.url !== '/api/v1/operations/rebuilds' || request.method !== 'GET') return false;
      platform.json(response, 200, [{ ...rebuild, state: 'paused' }, ...others]);
      return true;
    };
    expect(await onmaru(['replay', '--resume'], env)).toMatchObject({ code: 0, out: '✓ case-details  is what it was  abc\n' });
    expect(platform.bodies).toEqual(['{"views":["case-details"]}']);
  });

  it('says what a part of the log makes of the views', async () => {
    platform.answers.set('operations/scratch', '{"service":"cases","position":5,"head":9}\n{"view":"case-details","rows":3,"hash":"abc","parked":0}\n');
    const args = ['replay', '--into', 'fresh', '--from', '2', '--until', '7', '--tenant', 'hanok', '--type', 'cases.CaseOpened.v1,cases.CaseHeld.v1'];
    expect(await onmaru(args, env)).toMatchObject({ code: 0, out: 'case-details  3 rows  abc\n' });
    expect(JSON.parse(platform.bodies.at(-1) ?? '')).toEqual({ from: 2, upTo: 7, tenant: 'hanok', types: ['cases.CaseOpened.v1', 'cases.CaseHeld.v1'] });
  });

  it('plays a span of the log as lines that are the same each time, with nothing else said where there is no terminal', async () => {
    const lines = ['10:00:00.000', '10:00:01.000', '09:00:00.000'].map((clock, n) => `{"position":${n + 5},"type":"cases.CaseHeld.v1","occurredAt":"2016-03-10T${clock}Z"}\n`).join('');
    platform.answers.set('events', lines);
    const play = () => onmaru(['replay', '--play', '--from', '4', '--until', '2016-05-01T00:00:00Z', '--type', 'cases.CaseHeld.v1', '--speed', '×20', '--longest-gap', '1s'], env);
    const [once, twice] = [await play(), await play()];
    expect(once).toEqual({ code: 0, out: lines, said: '' });
    expect(twice.out).toBe(once.out);
    expect(platform.requests.at(-1)).toMatchObject({ path: 'events?from=4&until=2016-05-01T00%3A00%3A00Z&type=cases.CaseHeld.v1', headers: { accept: 'application/x-ndjson' } });
  });

  it('exports and reports cases as of a moment', async () => {
    platform.answers.set('cases/export', '{"externalId":"1"}\n');
    platform.answers.set('cases/report', { cases: 1, byState: {}, byPriority: {}, reopened: 0, transferred: 0, medianHoursToResolve: null, hash: 'abc' });
    expect((await onmaru(['export', 'cases', '--as-of', '2016-05-01T09:00:00+09:00'], env)).out).toBe('{"externalId":"1"}\n');
    expect((await onmaru(['report', 'cases', '--as-of', '4711', '--json'], env)).out).toContain('"hash":"abc"');
    expect(platform.requests.map(({ path }) => path)).toEqual(expect.arrayContaining(['cases/export?asOf=2016-05-01T00%3A00%3A00Z', 'cases/report?asOf=4711']));
  });

  it('prints the one-time password of a new tenant, and nothing else, to standard output', async () => {
    platform.answers.set('tenants', { tenant: 'hanok', oneTimePassword: 'secret' });
    expect((await onmaru(['tenant', 'create', 'Hanok', '--admin', 'ada@hanok.example'], env)).out).toBe('secret\n');
  });

  it('gives somebody a sign-in to run the platform with, where it is asked by those who run it', async () => {
    platform.answers.set('me', { tenant: 'platform' }).set('staff', { id: 'u1', name: 'Ada', oneTimePassword: 'secret' });
    expect(await onmaru(['operator', 'create', 'Ada', '--email', 'ada@operations.example'], env)).toMatchObject({ code: 0, out: 'secret\n' });
    expect(platform.bodies.at(-1)).toBe('{"name":"Ada","email":"ada@operations.example","role":"admin"}');
  });

  it('makes nobody an admin of a tenant who was to run the platform', async () => {
    const { code, said } = await onmaru(['operator', 'create', 'Ada', '--email', 'ada@operations.example'], env);
    expect({ code, said, asked: platform.requests.map(({ path }) => path) }).toEqual({ code: 1, said: expect.stringMatching(/not one of those who run the platform/) as string, asked: ['me'] });
  });

  it('gives a new tenant the short name that it is told', async () => {
    expect((await onmaru(['tenant', 'create', '한글회사', '--slug', 'hangul', '--admin', 'ada@hanok.example', '--json'], env)).code).toBe(0);
    expect(platform.bodies.at(-1)).toBe('{"name":"한글회사","adminEmail":"ada@hanok.example","slug":"hangul"}');
  });

  it('names the option where a name gives no short one', async () => {
    platform.trouble = (_, response) => {
      platform.json(response, 400, { title: 'Give a short name (slug) too.', code: 'tenant-name-unusable' });
      return true;
    };
    const { code, said } = await onmaru(['tenant', 'create', '한글회사', '--admin', 'ada@hanok.example'], env);
    expect({ code, said }).toEqual({ code: 1, said: expect.stringMatching(/Give a short name \(slug\) too\.\nGive the command --slug NAME, such as --slug hanok\.\n$/) as string });
  });

  it('acts for the only tenant there is where the token is that of the platform', async () => {
    platform.answers.set('me', { tenant: 'platform' }).set('tenants', { items: [{ tenant: 'hanok' }] }).set('cases/export', '');
    await onmaru(['export', 'cases'], env);
    expect(platform.requests.at(-1)?.headers).toMatchObject({ 'onmaru-tenant': 'hanok' });
  });

  it('asks for which tenant where there are several', async () => {
    platform.answers.set('me', { tenant: 'platform' }).set('tenants', { items: [{ tenant: 'hanok' }, { tenant: 'demo' }] });
    expect(await onmaru(['export', 'cases'], env)).toMatchObject({ code: 2, said: 'There are several tenants: hanok, demo.\nSay which one is meant with --tenant.\n' });
  });

  it('says what to do when nobody answers', async () => {
    platform.stop();
    expect(await onmaru(['verify'], env)).toMatchObject({ code: 1, said: expect.stringMatching(/^Nobody answers at .*\nStart the platform there/) as string });
  });

  it('says what is missing when it is told of a platform without a token', async () => {
    expect(await onmaru(['verify'], { ONMARU_URL: env.ONMARU_URL ?? '' })).toMatchObject({ code: 2, said: expect.stringContaining('ONMARU_TOKEN is not') as string });
  });

  it('ends quietly when whoever reads its output has had enough', async () => {
    platform.answers.set('events', '{"position":1}\n'.repeat(100_000));
    expect(await intoHead(['events'], env)).toEqual({ code: 0, out: '{"position":1}\n', said: 'exits with 0\n' });
  });
});
