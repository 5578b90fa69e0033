import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Api } from '../src/platform/api.adapter.js';
import { importLog, type Imported } from '../src/servicenow/import-log.adapter.js';
import { COLUMNS, type Column } from '../src/servicenow/columns.js';
import { exampleCells } from '../src/servicenow/example-row.js';
import { wallClockIn } from '../src/servicenow/local-time.js';
import { openLog } from '../src/servicenow/log-file.adapter.js';
import { FakePlatform } from './fake-platform.js';
import { SAMPLE } from './test-logs.js';

const csv = (...rows: readonly Partial<Record<Column, string>>[]) => [COLUMNS, ...rows.map(exampleCells)].map((cells) => cells.join(',')).join('\n');

describe('Importing a log', () => {
  let folder: string;
  let platform: FakePlatform;
  let api: Api;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onmaru-import-'));
    platform = new FakePlatform();
    api = new Api(await platform.start(), 'token', {});
  });

  afterEach(async () => {
    api.close();
    platform.stop();
    await rm(folder, { recursive: true });
  });

  const importFile = async (path: string): Promise<Imported> =>
    importLog(await openLog(path), wallClockIn('UTC'), api, { remarked: () => {}, refused: () => {}, progressed: () => {} });
  const importText = async (text: string | Buffer, name = 'log.csv') => {
    await writeFile(join(folder, name), text);
    return importFile(join(folder, name));
  };

  it('takes every row of the sample, and the second time none', async () => {
    const { account, cases } = await importFile(SAMPLE);
    expect(account).toMatchObject({ rows: 740, refused: [], events: platform.taken.length, position: platform.taken.length });
    expect(account.changed + account.unchanged).toBe(740);
    expect(cases).toBe(98);
    const again = await importFile(SAMPLE);
    expect(again).toEqual({ cases: 98, account: { rows: 740, changed: 0, unchanged: 740, events: 0, position: 0, refused: [] } });
  });

  it('gives people and queues ids, and names each of them to the platform once', async () => {
    await importText(csv({ assigned_to: '89' }, { number: '2', assigned_to: '89' }));
    expect(platform.taken.find(({ type }) => type === 'OpenCase')?.data).toMatchObject({ customerId: 'id of customers/2403', queueId: 'id of queues/Group 56' });
    expect(platform.requests.filter(({ path }) => path === 'staff')).toHaveLength(1);
  });

  it('makes known a queue whose name is not in Latin letters', async () => {
    await importText(csv({ assignment_group: '환불 문의' }));
    expect(platform.taken[0]?.data).toMatchObject({ queueId: 'id of queues/Group 환불 문의' });
    expect(platform.requests.find(({ path }) => path === 'queues')?.headers['idempotency-key']).toMatch(/^[\x20-\x7e]{1,128}$/);
  });

  const taken = (path: string) => {
    platform.trouble = ({ method, url }, response) => {
      if (method !== 'POST' || !url?.endsWith(path)) return false;
      platform.json(response, 409, { title: 'taken' });
      return true;
    };
  };

  it.each([
    ['queues', 'Group 56', 'OpenCase', 'queueId'],
    ['staff', '89', 'AssignCase', 'assigneeId'],
  ] as const)('finds among many %s the one that the platform knows by another hand', async (path, name, type, field) => {
    for (let other = 1; other <= 60; other += 1) platform.named.set(`${path}/other ${other}`, `other ${other}`);
    platform.named.set(`${path}/${name}`, 'by hand');
    taken(path);
    await importText(csv({ assigned_to: '89' }));
    expect(platform.taken.find((command) => command.type === type)?.data).toMatchObject({ [field]: 'by hand' });
  });

  it('says what it was that the platform has and does not show, and that it may yet come', async () => {
    taken('queues');
    await expect(importText(csv({}))).rejects.toMatchObject({
      message: 'The platform says that "Group 56" is among its queues already, but its list does not show it.',
      cure: expect.stringContaining('Give the same command again') as string,
    });
  }, 15_000);

  it('reads a compressed file, quoted cells, a byte order mark and Windows line ends', async () => {
    const quoted = `\uFEFF${csv({ location: '"14,3"' }).replaceAll('\n', '\r\n')}\r\n`;
    const { account } = await importText(gzipSync(quoted), 'log.csv.gz');
    expect(account).toMatchObject({ rows: 1, refused: [] });
    expect(platform.taken[0]?.data).toMatchObject({ attributes: { location: '14,3' } });
  });

  it('goes on after a broken row, and names its line and what is wrong', async () => {
    const { account } = await importText(csv({}, { impact: '9' }, { number: '2', location: '"never closed' }, { number: '3' }));
    expect(account.refused).toEqual([
      { line: 3, number: '0000045', reason: 'impact "9" is not 1, 2 or 3' },
      { line: 4, number: null, reason: expect.stringMatching(/^\(line\) .*quote/i) as string },
    ]);
    expect(account).toMatchObject({ rows: 4, changed: 2, unchanged: 0 });
  });

  it('refuses a row that is not UTF-8, and takes the rows around it', async () => {
    const latin1 = Buffer.from(csv({}, { number: '2', category: 'Café' }, { number: '3' }), 'latin1');
    const { account } = await importText(latin1);
    expect(account).toMatchObject({ rows: 3, changed: 2, refused: [{ line: 3, number: '2', reason: 'category is not text in UTF-8' }] });
  });

  it('lists a row that the platform refuses', async () => {
    platform.take = ({ commandId, row }) => ({ commandId, row, outcome: 'refused', refused: 'case-already-open', events: 0 });
    expect((await importText(csv({}))).account.refused).toEqual([{ line: 2, number: '0000045', reason: 'case-already-open' }]);
  });

  it('keeps the order of incidents whose rows are scattered over the file', async () => {
    const numbers = Array.from({ length: 900 }, (_, index) => `${index}`);
    const scattered = ['New', 'Active', 'Resolved', 'Closed'].flatMap((state) => numbers.map((number) => ({ number, incident_state: state })));
    await importText(csv(...scattered));
    const acts = Map.groupBy(platform.taken, (command) => command.case);
    expect(acts.size).toBe(900);
    for (const commands of acts.values()) expect(commands.map(({ type }) => type)).toEqual(['OpenCase', 'StartWork', 'ResolveCase', 'CloseCase']);
  });

  it('sends again what a broken connection left open, and counts what was taken once', async () => {
    let broken = false;
    platform.trouble = ({ url }, response) => {
      if (broken || !url?.includes('cases/commands')) return false;
      broken = true;
      response.write('{"commandId":"servicenow:0000045:1:OpenCase","row":2,"outcome":"appended","events":1,"position":9}\n', () => response.destroy());
      return true;
    };
    expect((await importText(csv({}, { number: '2' }))).account).toMatchObject({ changed: 2, events: 3 - 1, refused: [] });
  });

  it('waits for a platform that is busy', async () => {
    let times = 0;
    platform.trouble = (_, response) => {
      times += 1;
      if (times > 2) return false;
      response.writeHead(503, { 'retry-after': '0' }).end();
      return true;
    };
    expect((await importText(csv({}))).account.changed).toBe(1);
  });

  it.each([
    ['log.txt', 'x', /neither a .csv nor a .csv.gz/],
    ['log.csv.gz', 'number', /not compressed/],
    ['log.csv', gzipSync('number'), /is compressed/],
    ['log.csv', '', /file is empty/],
    ['log.csv', 'a,b\n1,2', /lacks the columns number, incident_state/],
    ['log.csv', 'x'.repeat(1_200_000), /line 1 does not end/],
  ])('says what is wrong with a file: %s', async (name, text, message) => {
    await expect(importText(text, name)).rejects.toMatchObject({ message: expect.stringMatching(message) as string, exitCode: 2, cure: expect.any(String) as string });
  });

  it('says how far it came in a file that was cut off', async () => {
    const whole = gzipSync(await readFile(SAMPLE));
    await expect(importText(whole.subarray(0, whole.length / 2), 'log.csv.gz')).rejects.toMatchObject({
      message: expect.stringMatching(/cannot be read beyond line \d+/) as string,
      exitCode: 1,
    });
  });

  it('stops when the platform refuses the token', async () => {
    platform.trouble = (_, response) => {
      platform.json(response, 401, { title: 'Sign in first' });
      return true;
    };
    await expect(importText(csv({}))).rejects.toMatchObject({ message: expect.stringContaining('does not take this token') as string });
  });
});
