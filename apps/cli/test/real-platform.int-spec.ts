import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { accessTo } from '../src/platform/access-file.adapter.js';
import { incidentsIn } from './log-rows.js';
import { startOnmaru } from './onmaru.js';
import { rowsOf } from './parquet-rows.js';
import { reckon, type Reckoned } from './reckoning.js';
import { TemporaryPlatform } from './temporary-platform.js';
import { LOGS, noteIfSampleOnly, SAMPLE } from './test-logs.js';

type Summary = { rows: number; cases: number; events: number; changed: number; unchanged: number; refused: number; seconds: number; copyRatio?: number | null };
type Exported = Omit<Reckoned, 'assignee'> & { readonly assignee: { readonly externalId: string } | null };

const MINUTES = 60_000;
const PAGE = new URL('../../../docs/reference/command-line.md', import.meta.url);

/** What the reckoning knows of an exported case. */
const comparable = (line: string): Reckoned => {
  const { externalId, state, holdReason, queue, assignee, impact, urgency, priority, category, subcategory, channel, ...rest } = JSON.parse(line) as Exported;
  const { attributes, reopenCount, transferCount, openedAt, resolvedAt, closedAt } = rest;
  const said = { externalId, state, holdReason, queue, impact, urgency, priority, category, subcategory, channel };
  return { ...said, assignee: assignee && assignee.externalId, attributes, reopenCount, transferCount, openedAt, resolvedAt, closedAt };
};

const hashOf = async (platform: TemporaryPlatform): Promise<string> => (await platform.json<{ hash: string }>('report', 'cases', '--json')).hash;

describe.each(LOGS)('An import of %s', (_, path) => {
  const incidents = incidentsIn(path);
  const rows = [...incidents.values()].reduce((sum, { length }) => sum + length, 0);
  const importing = ['import', 'servicenow', path, '--json'];
  let platform: TemporaryPlatform;
  let first: Summary;
  let hash: string;

  beforeAll(async () => {
    platform = await TemporaryPlatform.make();
    first = await platform.json<Summary>(...importing, '--measure');
    hash = await hashOf(platform);
  }, 15 * MINUTES);

  afterAll(async () => {
    await TemporaryPlatform.removeAll();
    noteIfSampleOnly('servicenow import');
  });

  it('accounts for every row', () => {
    expect(first).toMatchObject({ rows, cases: incidents.size, refused: 0 });
    expect(first.changed + first.unchanged).toBe(rows);
  });

  it('says how fast it was beside COPY', () => {
    expect(first.copyRatio).toBeGreaterThan(0);
    expect(first.copyRatio).toBeLessThan(1);
  });

  it('brings every case where an independent reckoning of its rows has it', async () => {
    const lines = (await platform.onmaru('export', 'cases')).out.trimEnd().split('\n');
    const wrong = lines.map(comparable).flatMap((exported) => {
      const reckoned = reckon(incidents.get(exported.externalId) ?? []);
      return isDeepStrictEqual(exported, reckoned) ? [] : [{ exported, reckoned }];
    });
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(lines).toHaveLength(incidents.size);
  }, 5 * MINUTES);

  it('has the hash that the script on the page of the command line makes of its export', async () => {
    const script = /```js\n(\/\/ hash\.mjs\n.*?)```/s.exec(await readFile(PAGE, 'utf8'))?.[1] ?? '';
    const file = join(platform.folder, 'hash.mjs');
    await writeFile(file, script);
    const { out } = await platform.onmaru('export', 'cases', '--format', 'ndjson');
    expect(execFileSync(process.execPath, [file], { input: out, encoding: 'utf8' })).toBe(`${hash}\n`);
  }, 5 * MINUTES);

  it('leaves a platform on which every invariant holds', async () => {
    expect(await platform.json('verify', '--json')).toMatchObject({ ok: true });
  }, 5 * MINUTES);

  it('goes out as Parquet as it does line by line', async () => {
    const file = join(platform.folder, 'events.parquet');
    const lines = (await platform.onmaru('events')).out.trimEnd().split('\n');
    expect(await platform.onmaru('events', '--format', 'parquet', '--out', file)).toMatchObject({ code: 0, out: '' });
    const rows = await rowsOf(file);
    expect(rows).toHaveLength(lines.length);
    expect(rows.filter((row, n) => !isDeepStrictEqual(row, JSON.parse(lines[n] as string)))).toEqual([]);
  }, 5 * MINUTES);

  it('plays the same bytes each time, event by event, and makes the same rows of fresh views', async () => {
    const twice = async (...args: readonly string[]) => {
      const [once, again] = [await platform.onmaru(...args), await platform.onmaru(...args)];
      expect([once.code, again.code, again.out === once.out]).toEqual([0, 0, true]);
      return once.out.trimEnd().split('\n').map((line) => JSON.parse(line) as { readonly position: number; readonly rows: number });
    };
    const positions = (await twice('replay', '--play', '--speed', 'max')).map(({ position }) => position);
    expect(positions).toEqual((await platform.onmaru('events')).out.trimEnd().split('\n').map((line) => (JSON.parse(line) as { position: number }).position));
    expect(positions.length).toBeGreaterThan(incidents.size);
    expect((await twice('replay', '--into', 'fresh', '--json')).reduce((sum, { rows: of }) => sum + of, 0)).toBeGreaterThan(incidents.size);
  }, 10 * MINUTES);

  it('changes nothing when it is repeated', async () => {
    expect(await platform.json(...importing)).toMatchObject({ rows, cases: incidents.size, events: 0, changed: 0, unchanged: rows, refused: 0 });
    expect(await hashOf(platform)).toBe(hash);
  }, 10 * MINUTES);

  it('comes to the same when it is killed three times, with its platform or alone, and given again', async () => {
    const other = await TemporaryPlatform.make();
    await other.stop();
    const kills: number[] = [];
    for (const whom of ['both', 'command', 'both'] as const) kills.push(await killWithin(first.seconds * 500, whom, importing, other));
    await other.start();
    const last = await other.json<Summary>(...importing);
    expect({ kills, ...last }).toMatchObject({ kills, rows, refused: 0 });
    expect({ kills, hash: await hashOf(other) }).toEqual({ kills, hash });
    expect(await other.json('verify', '--json')).toMatchObject({ ok: true });
  }, 20 * MINUTES);
});

/** Starts the command with a platform of its own, and kills it, or both, at a random moment. Answers after how many milliseconds. */
const killWithin = async (milliseconds: number, whom: 'both' | 'command', args: readonly string[], { data, env }: TemporaryPlatform): Promise<number> => {
  const { child, ended } = startOnmaru(args, env);
  while ((await accessTo(data)) === null) await pause(20);
  const moment = Math.random() * milliseconds;
  await pause(moment);
  process.kill(whom === 'both' ? -(child.pid as number) : (child.pid as number), 'SIGKILL');
  await ended;
  return Math.round(moment);
};

/** The examples at the end of a command's help, as they are typed, but for those that write or read a file. */
const examplesOf = async (platform: TemporaryPlatform, command: readonly string[]): Promise<readonly (readonly string[])[]> => {
  const { out } = await platform.onmaru(...command, '--help');
  return [...out.matchAll(/^ {2}onmaru ([^>|\n]+)$/gm)].map(([, typed = '']) => typed.split(' ')).filter((typed) => !typed.includes('--out'));
};

describe('The help', () => {
  afterAll(() => TemporaryPlatform.removeAll());

  it('gives as examples what a platform has, and answers', async () => {
    const platform = await TemporaryPlatform.make();
    expect(await platform.onmaru('import', 'servicenow', SAMPLE)).toMatchObject({ code: 0 });
    for (const command of [['replay'], ['verify'], ['report', 'cases'], ['events']]) {
      const examples = await examplesOf(platform, command);
      expect(examples).not.toEqual([]);
      for (const example of examples) {
        const { code, out, said } = await platform.onmaru(...example);
        const lines = out.split('\n').filter(Boolean).length;
        expect({ example, code, said, isEmpty: lines <= (example.includes('csv') ? 1 : 0) }).toEqual({ example, code: 0, said: '', isEmpty: false });
      }
    }
  }, 5 * MINUTES);
});

describe('A backup', () => {
  afterAll(() => TemporaryPlatform.removeAll());

  it('brings a platform back as it was', async () => {
    const platform = await TemporaryPlatform.make();
    const file = join(platform.folder, 'backup.tar.gz');
    expect(await platform.onmaru('import', 'servicenow', SAMPLE)).toMatchObject({ code: 0 });
    const before = await hashOf(platform);
    expect(await platform.onmaru('backup', file)).toMatchObject({ code: 1, said: expect.stringMatching(/Onmaru runs on .*\nStop it first/) as string });
    await platform.stop();
    expect(await platform.onmaru('backup', file)).toMatchObject({ code: 0 });
    expect(await platform.onmaru('restore', file)).toMatchObject({ code: 1, said: expect.stringContaining('is not empty') as string });

    const restored = { ...platform.env, ONMARU_DATA: join(platform.folder, 'restored') };
    expect(await startOnmaru(['restore', file], restored).ended).toMatchObject({ code: 0 });
    expect(await startOnmaru(['report', 'cases', '--json'], restored).ended).toMatchObject({ code: 0, out: expect.stringContaining(before) as string });
  }, 5 * MINUTES);

  it('is told from any other archive', async () => {
    expect(await startOnmaru(['restore', SAMPLE], { ONMARU_DATA: '/nowhere/at/all' }).ended).toMatchObject({ code: 1, said: expect.stringContaining('tar could not') as string });
  });
});
