import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const bench = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', './tools/ts.mjs', 'bench/src/main.ts', ...args], { cwd: root, encoding: 'utf8' });
  return { status, stdout, stderr };
};
const SOUND = { lost: 0, doubled: 0, outOfOrder: 0, wrongAccepts: 0, drift: 0 };

describe('A bench, called by its name', () => {
  it('ends with one object that says its ratios, its figures and what went wrong', () => {
    const { status, stdout } = bench('bulk-import', '--rounds', '1', '--events', '2000', '--json');
    expect(status).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(1);
    const { ratios, absolute, notes, ...rest } = JSON.parse(stdout) as Record<string, Record<string, unknown>>;
    expect(rest).toEqual({
      bench: 'bulk-import',
      machine: { cores: expect.any(Number) as unknown, load: expect.any(Number) as unknown, loadAfter: expect.any(Number) as unknown },
      rounds: 1,
      events: 2000,
      counters: SOUND,
      ok: true,
    });
    expect(absolute).toEqual({ onmaru: expect.any(Number) as unknown, psql: absolute?.['psql'] });
    // What is not installed cannot be compared with, and the run says so.
    expect([ratios?.['vsLimit'] === null, absolute?.['psql'] === null]).toEqual([Object.keys(notes ?? {}).length > 0, Object.keys(notes ?? {}).length > 0]);
  });

  it('runs whoever is compared, each in a program of its own', () => {
    const { status, stdout } = bench('append-hot-stream', '--rounds', '1', '--events', '50', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ bench: 'append-hot-stream', ratios: { 'vsEmmett@32': expect.any(Number) as number }, counters: SOUND, ok: true });
  });

  it('says which there are when it is called by another name, or asked for what is no number', () => {
    expect(bench('append-all')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('there is no bench append-all') as string });
    expect(bench('read-all', '--rounds', 'many')).toMatchObject({ status: 2, stderr: expect.stringContaining('--rounds takes a whole number from 1 on, not many') as string });
  });
});
