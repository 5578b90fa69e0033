import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetWriter } from '../src/parquet.adapter.js';
import { rowsOf } from './parquet-rows.js';

const event = (position: number, data: object) => ({
  ...{ position, id: `0190f3a4-8f6e-7c1b-9d27-0a3f0d8f6c${position}`, type: 'cases.CaseHeld.v1', source: '/onmaru/cases', subject: '1' },
  ...{ occurredAt: '2016-02-29T01:16:00.000Z', recordedAt: '2026-03-01T09:00:00.007Z', tenant: 'demo' },
  ...{ actor: { kind: 'external', id: '21' }, stream: 'case-1', revision: position, data },
});

describe('A Parquet file of events', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "onmaru 'cli' "));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const write = async (lines: readonly string[], file: string) => (await parquetWriter())((async function* () { yield* lines; })(), file);

  it('holds every event as its line does, whatever its data is', async () => {
    const strange = { ko: '환불 “언제” 되나요?', quotes: `'"\\`, lines: 'a\nb\u2028c', emoji: '🙇', none: null, empty: '', nested: { list: [1, -0.5, 1e21, 9007199254740991, [], {}] } };
    const events = [event(10, {}), event(11, strange), event(12, { long: 'ㅎ'.repeat(1_000_000) })];
    const file = join(folder, 'events.parquet');
    expect(await write(events.map((each) => JSON.stringify(each)), file)).toBe(3);
    expect(await rowsOf(file)).toEqual(events);
  });

  it('is whole or not there', async () => {
    await expect(write(['{"position":1}', '{"position":'], join(folder, 'half.parquet'))).rejects.toMatchObject({ message: expect.stringContaining('half.parquet') as string });
    expect(await readdir(folder)).toEqual([]);
  });

  it('is not begun where DuckDB is not installed, and the cure is told', async () => {
    const missing = () => Promise.reject(new Error("Cannot find package '@duckdb/node-api'"));
    await expect(parquetWriter(missing)).rejects.toMatchObject({ message: expect.stringContaining('DuckDB') as string, cure: expect.stringContaining('npm ci') as string });
  });
});
