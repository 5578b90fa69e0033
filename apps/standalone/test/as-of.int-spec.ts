import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { foldCase, namesIn, upTo, type Line } from './fold-case.js';
import { expectStatus, platform, type TestPlatform } from './platform.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const SAMPLE = resolve(ROOT, 'apps/cli/sample/incidents.csv');
const PAIRS = 1000;

/** The whole log where the machine has it, else the sample that is part of the project. */
const logFile = (): string => {
  const { ONMARU_TEST_DATA, INIT_CWD } = process.env;
  const whole = ONMARU_TEST_DATA && resolve(INIT_CWD ?? '.', ONMARU_TEST_DATA, 'servicenow-incidents/incident_event_log_train.csv.gz');
  return whole && existsSync(whole) ? whole : SAMPLE;
};

const importInto = async (url: string, token: string): Promise<{ readonly cases: number; readonly refused: number }> => {
  const args = ['--import', './tools/ts.mjs', 'apps/cli/src/main.ts', 'import', 'servicenow', logFile(), '--json'];
  const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, ONMARU_URL: url, ONMARU_TOKEN: token }, stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, said] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (out === '') throw new Error(`The import said: ${said}`);
  return JSON.parse(out) as { cases: number; refused: number };
};

/** The same numbers from 0 to 1 in every run. */
const chances = (): (() => number) => {
  let state = 20_160_229;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
};

describe('A case as it was', () => {
  let at: TestPlatform;
  let imported: { readonly cases: number; readonly refused: number };
  const streams = new Map<string, Line[]>();
  let names: ReturnType<typeof namesIn>;
  let head = 0;

  beforeAll(async () => {
    at = await platform();
    const { key } = expectStatus(await at.as('admin', 'api-keys', { body: { name: 'Import', role: 'admin' } }), 201);
    imported = await importInto(at.url, key as string);
    const lines = (await at.as('admin', 'events?personal=true')).text.trimEnd().split('\n').map((line) => JSON.parse(line) as Line);
    names = namesIn(lines);
    head = lines.at(-1)?.position ?? 0;
    for (const line of lines) if (line.stream.startsWith('case-')) streams.set(line.stream, [...(streams.get(line.stream) ?? []), line]);
  }, 1_800_000);

  afterAll(() => at.close());

  it('is there to be asked for: all of the log came in', () => {
    expect({ refused: imported.refused, streams: streams.size }).toEqual({ refused: 0, streams: imported.cases });
  });

  it(`equals a fold of its events up to then, by instant and by position, ${PAIRS} times`, async () => {
    const chance = chances();
    const pick = <T>(all: readonly T[]): T => all[Math.floor(chance() * all.length)] as T;
    const all = [...streams.values()];
    const wrong: object[] = [];
    const took: number[] = [];
    const seen = { before: 0, past: 0, states: new Set<unknown>() };
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const stream = pick(all);
      const { occurredAt, position } = pick(stream);
      const shifted = new Date(new Date(occurredAt).getTime() + pick([0, 0, -1, 1, -86_400_000, 3_600_000])).toISOString();
      const moment = pair % 2 === 0 ? shifted : pick([position, position - 1, Math.ceil(chance() * head)]);
      const expected = foldCase(upTo(stream, moment), names);
      const began = performance.now();
      const reply = await at.as('agent', `cases/${(stream[0] as Line).stream.slice('case-'.length)}?asOf=${encodeURIComponent(moment)}`);
      took.push(performance.now() - began);
      seen[expected === null ? 'before' : 'past'] += 1;
      seen.states.add(expected?.['state']);
      const right = expected === null ? reply.status === 404 : reply.status === 200 && same(reply.json, expected);
      if (!right) wrong.push({ moment, status: reply.status, answered: reply.json, expected });
    }
    took.sort((one, other) => one - other);
    const p99 = took[Math.floor(took.length * 0.99)] as number;
    const busy = Math.max(1, (loadavg()[0] as number) / availableParallelism());
    console.log(`as of, ${PAIRS} times over ${all.length} cases: median ${(took[took.length >> 1] as number).toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, on a machine with ${busy.toFixed(1)} times the work that it can do at once`);
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(seen.before).toBeGreaterThan(10);
    expect(seen.past).toBeGreaterThan(PAIRS / 2);
    expect(seen.states.size).toBeGreaterThanOrEqual(5);
    expect(p99).toBeLessThanOrEqual(50 * busy);
  }, 600_000);

  it('equals the present as of now', async () => {
    for (const stream of [...streams.values()].slice(0, 50)) {
      const id = (stream[0] as Line).stream.slice('case-'.length);
      const { can: _, ...present } = expectStatus(await at.as('agent', `cases/${id}`), 200);
      const { can: __, ...past } = expectStatus(await at.as('agent', `cases/${id}?asOf=${head}`), 200);
      expect(past).toEqual(present);
    }
  });
});

const same = (one: object, other: object): boolean => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, part]) => [name, sorted(part)]))
    : value;
