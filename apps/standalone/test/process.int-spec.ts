import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@onmaru/local-postgres';
import { tamper } from './data-folder.js';
import { asking, expectStatus, newFolder, type Asked } from './platform.js';
import { family, isRunning, memoryOf, ready, start, type Started } from './process.js';

const PASSWORD = 'a demo that ends soon';

/** Waits for the end of a platform that must not start. */
const refused = async (environment: Readonly<Record<string, string>>): Promise<string> => {
  const started = start(environment);
  const code = await Promise.race([started.ended, pause(100_000, 'never' as const, { ref: false })]);
  if (code === 'never') started.kill('SIGKILL');
  expect(code).toBe(1);
  return started.said().trim();
};

describe('The platform as a process', () => {
  const folder = newFolder();
  const data = join(folder, 'data');
  let port: number;
  let url: string;
  let running: Started;

  const begin = async (): Promise<number> => {
    running = start({ ONMARU_DATA: data, ONMARU_PORT: String(port), ONMARU_DEMO_PASSWORD: PASSWORD });
    return ready(running, url);
  };
  /** The cases that there are, and whether the log verifies. */
  const standing = async () => {
    const call = asking(url);
    const ask = async (token: string | null, path: string, asked?: Asked) => expectStatus(await call(token, path, asked), 200);
    const { accessToken } = await ask(null, 'auth/sign-in', { body: { email: 'supervisor@demo.onmaru.example', password: PASSWORD } });
    const token = accessToken as string;
    const cases = (await ask(token, 'cases?limit=100'))['items'] as { number: string; revision: number }[];
    return { cases: cases.map(({ number, revision }) => `${number} ${revision}`).sort(), ok: (await ask(token, 'operations/verify'))['ok'] };
  };

  beforeAll(async () => {
    port = await freePort();
    url = `http://127.0.0.1:${port}`;
    console.log(`ready for the first time, with the demo made, after ${Math.round(await begin())} ms`);
  }, 150_000);

  afterAll(async () => {
    if (isRunning(running.pid)) running.kill('SIGTERM');
    await running.ended;
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  it.each([
    ['ONMARU_PORT', 'eighty'],
    ['ONMARU_PORT', '70000'],
    ['ONMARU_DEMO', 'perhaps'],
    ['ONMARU_LOG_LEVEL', 'loud'],
  ])('does not start with %s=%s, and names the variable', async (variable, value) => {
    const elsewhere = join(folder, 'never');
    const said = await refused({ ONMARU_DATA: elsewhere, [variable]: value });
    expect(said).toContain(`${variable} is "${value}": it must be`);
    expect(said.split('\n')).toHaveLength(1);
    expect(existsSync(elsewhere)).toBe(false);
  });

  it.each(['/proc/onmaru', '/dev/null/onmaru'])('does not start in %s, where nobody can make a folder, and says so', async (nowhere) => {
    const said = await refused({ ONMARU_DATA: nowhere });
    expect(said).toContain(`The data folder ${nowhere} cannot be read and written`);
    expect(said).toContain('ONMARU_DATA');
  });

  it('says whether it runs to the owner of the folder alone, and greets without the password that it was given', async () => {
    const file = join(data, 'access.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ url, pid: running.pid });
    expect(['access.json', 'platform-key'].map((name) => statSync(join(data, name)).mode & 0o777)).toEqual([0o600, 0o600]);
    expect(running.said()).toContain(url);
    expect(running.said()).not.toContain(PASSWORD);
  });

  it('does not start on a port that is in use, and says so', async () => {
    const said = await refused({ ONMARU_DATA: join(folder, 'second'), ONMARU_PORT: String(port), ONMARU_DEMO: 'off' });
    expect(said).toBe(`Port ${port} is in use by another program. Stop that program, or choose another port with ONMARU_PORT.`);
  });

  it('does not start a second time on one folder, says so, and leaves the first alone', async () => {
    const before = await standing();
    const said = await refused({ ONMARU_DATA: data, ONMARU_PORT: '0' });
    expect(said).toContain(data);
    expect(said).toMatch(/use|running|runs/);
    expect(said).not.toMatch(/^\s+at /m);
    expect(await standing()).toEqual(before);
    expect(existsSync(join(data, 'access.json'))).toBe(true);
  });

  it('holds no more than 600 MB, its database included', async () => {
    await pause(10_000);
    const pids = family(running.pid);
    const held = memoryOf(pids);
    console.log(`${pids.length} processes hold ${Math.round(held)} MB, of which Node ${Math.round(memoryOf([running.pid]))} MB`);
    expect(pids.length).toBeGreaterThan(3);
    expect(held).toBeGreaterThan(50);
    expect(held).toBeLessThanOrEqual(600);
  });

  it('that was killed starts again, with everything that it had', async () => {
    const before = await standing();
    expect(before.ok).toBe(true);
    expect(before.cases).toHaveLength(8);
    running.kill('SIGKILL');
    await running.ended;
    console.log(`ready after it was killed, in ${Math.round(await begin())} ms`);
    expect(await standing()).toEqual(before);
  });

  it('ends within ten seconds when it is asked to, also while somebody follows, and leaves no process behind', async () => {
    const pids = family(running.pid);
    expect(pids.length).toBeGreaterThan(1);
    const { json } = await asking(url)(null, 'auth/sign-in', { body: { email: 'agent@demo.onmaru.example', password: PASSWORD } });
    const headers = { authorization: `Bearer ${json['accessToken'] as string}`, accept: 'text/event-stream' };
    const followed = await fetch(`${url}/api/v1/events`, { headers });
    expect((await followed.body?.getReader().read())?.done).toBe(false);
    const began = performance.now();
    running.kill('SIGTERM');
    expect(await running.ended).toBe(0);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(pids.filter(isRunning)).toEqual([]);
    expect(existsSync(join(data, 'access.json'))).toBe(false);
  });

  it('starts again within ten seconds', async () => {
    const took = await begin();
    const busy = Math.max(1, (loadavg()[0] as number) / availableParallelism());
    console.log(`ready again after ${Math.round(took)} ms, on a machine with ${busy.toFixed(1)} times the work that it can do at once`);
    expect(took).toBeLessThanOrEqual(10_000 * busy);
    running.kill('SIGINT');
    expect(await running.ended).toBe(0);
  });

  it('ends when it is asked to in the middle of its start, and leaves no process behind', async () => {
    const early = start({ ONMARU_DATA: data, ONMARU_PORT: String(port), ONMARU_DEMO_PASSWORD: PASSWORD });
    while (!existsSync(join(data, 'postgres', 'postmaster.pid'))) await pause(20);
    const pids = family(early.pid);
    expect(pids.length).toBeGreaterThan(1);
    early.kill('SIGTERM');
    expect(await early.ended).toBe(0);
    expect(pids.filter(isRunning)).toEqual([]);
    expect(existsSync(join(data, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  it.each([
    ['a service', `INSERT INTO cases.migration ("timestamp", name) VALUES (9999, 'FromTheFuture9999')`, `DELETE FROM cases.migration WHERE name = 'FromTheFuture9999'`, 'FromTheFuture9999'],
    ['the log', 'INSERT INTO log.version (version) VALUES (999)', 'DELETE FROM log.version WHERE version = 999', '999'],
  ])('does not start on a folder of a newer version of %s, and changes nothing there', async (_what, plant, mend, named) => {
    await tamper(data, plant);
    const said = await refused({ ONMARU_DATA: data, ONMARU_PORT: String(port) });
    expect(said).toContain(named);
    expect(said).toMatch(/newer program/);
    expect(said.split('\n')).toHaveLength(1);
    await tamper(data, mend);
  });
});
