import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@onmaru/local-postgres';
import { asking, expectStatus, newFolder, type Reply } from './platform.js';
import { commandOf, family, isRunning, ready, start, type Started } from './process.js';

const PASSWORD = 'a demo that ends soon';
const PROGRAMS = ['identity', 'cases', 'routing', 'gateway'] as const;
/** Milliseconds for which a command is sent again until it is answered. */
const INSISTENCE = 60_000;

const programs = (pid: number): ReadonlyMap<string, number> =>
  new Map(family(pid).flatMap((one) => {
    const app = /apps\/(\w+)\/src\/main\.ts/.exec(commandOf(one))?.[1];
    return app === undefined ? [] : [[app, one] as const];
  }));

describe('The platform as programs with Kafka between them', () => {
  const folder = newFolder();
  let url: string;
  let running: Started;
  let call: ReturnType<typeof asking>;
  let token: string;

  /** Sends a command until it is answered by somebody who took it or refused it; the key makes it one command. */
  const insist = async (path: string, body: object): Promise<Reply> => {
    const headers = { 'idempotency-key': randomUUID() };
    for (const end = performance.now() + INSISTENCE; ; await pause(200)) {
      const [answered] = await Promise.allSettled([call(token, path, { body, headers, signal: AbortSignal.timeout(10_000) })]);
      if (answered.status === 'fulfilled' && answered.value.status < 500) return answered.value;
      if (performance.now() > end) throw new Error(`${path} was not answered: ${answered.status === 'fulfilled' ? answered.value.text : String(answered.reason)}`);
    }
  };
  /** Ids of the cases that there are with this subject. */
  const opened = async (subject: string): Promise<readonly string[]> => {
    const ids: string[] = [];
    for (let after = ''; ; ) {
      const { items, nextCursor } = expectStatus(await call(token, `cases?limit=100${after}`), 200) as { items: readonly { id: string; subject: string }[]; nextCursor: string | null };
      ids.push(...items.filter((one) => one.subject === subject).map(({ id }) => id));
      if (nextCursor === null) return ids;
      after = `&cursor=${encodeURIComponent(nextCursor)}`;
    }
  };
  const verdict = async () => expectStatus(await call(token, 'operations/verify'), 200);

  beforeAll(async () => {
    url = `http://127.0.0.1:${await freePort()}`;
    const given = { ONMARU_DATA: join(folder, 'data'), ONMARU_PORT: new URL(url).port, ONMARU_DEMO_PASSWORD: PASSWORD, ONMARU_KAFKA_PREFIX: `${randomUUID()}-` };
    running = start({ ...given, NODE_OPTIONS: '--disable-warning=TimeoutNegativeWarning' }, 'apps/standalone/src/distributed/main.ts');
    await ready(running, url);
    call = asking(url);
    token = expectStatus(await call(null, 'auth/sign-in', { body: { email: 'supervisor@demo.onmaru.example', password: PASSWORD } }), 200)['accessToken'] as string;
  }, 180_000);

  afterAll(async () => {
    if (isRunning(running.pid)) running.kill('SIGTERM');
    await running.ended;
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  it('has the demo, and proves its log and every view, as in one process', async () => {
    expect(expectStatus(await call(token, 'cases?limit=100'), 200)['items']).toHaveLength(8);
    expect(await verdict()).toMatchObject({ ok: true });
    expect([...programs(running.pid).keys()].sort()).toEqual([...PROGRAMS].sort());
  });

  it('lets somebody work who cannot tell the difference: a new customer is known to cases, and a case read as it was left', async () => {
    const { id: customerId } = expectStatus(await call(token, 'customers', { body: { name: '김하나', locale: 'ko' } }), 201);
    const opened = await insist('cases', { customerId, subject: '배송이 늦어요', description: '사흘째 기다리고 있어요', channel: 'phone' });
    const { id } = expectStatus(opened, 201);
    expectStatus(await call(token, `cases/${String(id)}/add-note`, { body: { text: 'The courier was asked' } }), 200);
    expect(expectStatus(await call(token, `cases/${String(id)}`), 200)).toMatchObject({ subject: '배송이 늦어요', customerId, revision: 2 });
    expect(JSON.stringify(expectStatus(await call(token, `cases?q=${encodeURIComponent('배송')}`), 200)['items'])).toContain(String(id));
  });

  it('loses and doubles nothing that was acknowledged while each of its programs is killed in turn', async () => {
    const [customer] = expectStatus(await call(token, 'customers?limit=1'), 200)['items'] as readonly { id: string }[];
    const subject = `Where is it? ${randomUUID()}`;
    const acknowledged: string[] = [];
    let over = false;
    const work = async (): Promise<void> => {
      while (!over) {
        const { id } = expectStatus(await insist('cases', { customerId: customer?.id, subject, description: 'Nothing came', channel: 'email' }), 201);
        acknowledged.push(String(id));
      }
    };
    const working = Promise.all([work(), work(), work()]);
    for (const name of PROGRAMS) {
      const before = programs(running.pid).get(name) as number;
      process.kill(before, 'SIGKILL');
      for (let tried = 0; [before, undefined].includes(programs(running.pid).get(name)); tried += 1) {
        if (tried > 300) throw new Error(`${name} was not started again: ${running.said()}`);
        await pause(100);
      }
      await ready(running, url);
      await pause(2000);
    }
    over = true;
    await working;
    expect(new Set(acknowledged).size).toBe(acknowledged.length);
    expect(acknowledged.length).toBeGreaterThan(30);
    expect(await verdict()).toMatchObject({ ok: true });
    expect((await opened(subject)).toSorted()).toEqual(acknowledged.toSorted());
  }, 240_000);

  it('keeps nothing running that it started, also when it is killed itself', async () => {
    const pids = family(running.pid).filter((pid) => !commandOf(pid).startsWith('postgres') && !commandOf(pid).includes('/bin/postgres'));
    expect(pids.length).toBeGreaterThan(PROGRAMS.length);
    running.kill('SIGKILL');
    await running.ended;
    for (let tried = 0; tried < 300 && pids.some(isRunning); tried += 1) await pause(100);
    expect(pids.filter(isRunning).map(commandOf)).toEqual([]);
  }, 60_000);
});
