import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { healedAfter } from '@onmaru/invariants';
import { chance } from './chance.js';
import { backlog } from './check/backlog.js';
import { evidence } from './check/evidence.js';
import { startPlatform, type Platform } from './ground/platform.js';
import { asleep, ended } from './ground/signals.js';
import { newTenant, type Tenant } from './ground/tenants.js';
import { history, type History } from './history.js';
import { work } from './load/work.js';

const PROGRAMS = ['identity', 'cases', 'routing', 'gateway'] as const;
/** How long everybody may take to catch up, in milliseconds. */
const HEALING = 60_000;
const never = new AbortController().signal;

/** A figure that is shown at the end of the run. */
const note = (text: string): void => {
  const file = process.env['ONMARU_TEST_NOTES'];
  if (file) appendFileSync(file, `${text}\n`);
};

describe('A platform of programs, with Kafka between them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onmaru-single-faults-'));
  let platform: Platform;
  let tenant: Tenant;
  let told: History;
  let seed = 0;

  beforeAll(async () => {
    platform = await startPlatform(folder, never);
    tenant = await newTenant(platform, 'north', { agents: 4, customers: 5 });
    told = history(join(folder, 'history.ndjson'));
  }, 240_000);

  afterAll(async () => {
    await told.close();
    await platform.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  /** Lets people work while `fault` goes on, and says what is not as it must be in the end. */
  const underLoad = async (fault: () => Promise<void>) => {
    const over = new AbortController();
    const began = performance.now();
    const working = work({ tenants: [tenant], clients: 6, from: chance((seed += 1)), history: told, now: () => performance.now() - began, remembersAnswers: false }, over.signal);
    await pause(2000);
    await fault();
    await pause(1000);
    over.abort();
    await working;
    const looks = await backlog(platform, HEALING, never);
    const { checks } = await evidence(platform, told, looks, HEALING);
    return { wrong: checks.filter(({ ok }) => !ok), healed: healedAfter(looks) };
  };
  const acknowledged = (): number => told.commands.filter(({ outcome }) => outcome === 'ok').length;
  const ready = async (): Promise<number> => {
    const began = performance.now();
    while (!(await platform.isReady())) await pause(100);
    return performance.now() - began;
  };
  const aCase = async (): Promise<string> => {
    const body = { customerId: tenant.customers[0], subject: 'One for all', description: '', channel: 'web' };
    return (await tenant.ask({ path: 'cases', body }, HEALING)).answered?.body['id'] as string;
  };

  it('lets one of a hundred win who all have seen the same, and tells the others what has happened', async () => {
    const id = await aCase();
    // Routing gives nobody a case that is resolved: the hundred are alone with it.
    const { answered: resolved } = await tenant.ask({ path: `cases/${id}/resolve`, body: { resolution: 'Done' } }, HEALING);
    const seen = Number(resolved?.body['revision']);
    const tries = await Promise.all(Array.from({ length: 100 }, (_, n) => tenant.ask({ path: `cases/${id}/add-note`, body: { text: `${n}` }, headers: { 'if-match': `"${seen}"`, 'idempotency-key': randomUUID() } }, HEALING)));
    const answers = tries.map(({ answered }) => answered);
    expect(answers.filter((one) => one?.status === 200).map((one) => one?.body['revision'])).toEqual([seen + 1]);
    expect(answers.filter((one) => one?.status === 412 && Array.isArray(one.body['since']))).toHaveLength(99);
  }, 120_000);

  it('lets a hundred do one thing after the other who have not looked', async () => {
    const id = await aCase();
    const tries = await Promise.all(Array.from({ length: 100 }, (_, n) => tenant.ask({ path: `cases/${id}/add-note`, body: { text: `${n}` }, headers: { 'idempotency-key': randomUUID() } }, HEALING)));
    expect(tries.map(({ answered }) => answered?.status)).toEqual(Array(100).fill(200));
    expect(Math.max(...tries.map((one) => one.tries))).toBeLessThanOrEqual(5);
  }, 120_000);

  it('is whole again when all of its programs are killed at once', async () => {
    const took: number[] = [];
    const { wrong } = await underLoad(async () => {
      for (let round = 0; round < 3; round += 1) {
        await Promise.all(PROGRAMS.flatMap((name) => platform.running(name)).map((pid) => ended(pid, 'SIGKILL')));
        took.push(await ready());
        await pause(1000);
      }
    });
    note(`all programs killed at once: ready after ${took.map((ms) => `${Math.round(ms / 100) / 10} s`).join(', ')}`);
    expect(wrong).toEqual([]);
  }, 300_000);

  type Answer = { readonly status: number; readonly retryAfter: string | null; readonly ms: number };
  /** What somebody is answered who opens a case every half second for so long, and never tries again. */
  const answersFor = async (milliseconds: number): Promise<readonly Answer[]> => {
    const answers: Answer[] = [];
    for (const end = performance.now() + milliseconds; performance.now() < end; await pause(500)) {
      const began = performance.now();
      const body = JSON.stringify({ customerId: tenant.customers[0], subject: 'Away', description: '', channel: 'web' });
      const { status, headers } = await fetch(`${platform.url}/api/v1/cases`, { method: 'POST', body, headers: { authorization: `Bearer ${tenant.key}`, 'content-type': 'application/json' } });
      answers.push({ status, retryAfter: headers.get('retry-after'), ms: performance.now() - began });
    }
    return answers;
  };
  const kindsOf = (answers: readonly Answer[]) => [...new Set(answers.map(({ status, retryAfter }) => `${status}${retryAfter === null ? '' : ', try again'}`))];
  const slowestOf = (answers: readonly Answer[]): number => Math.round(Math.max(...answers.map(({ ms }) => ms)));

  it('says in time that its log is away, and when to try again, and has discarded nothing once it is back', async () => {
    let answers: readonly Answer[] = [];
    const { wrong } = await underLoad(async () => {
      const postmaster = platform.running('postgres');
      // Without its folder the database cannot be started again.
      renameSync(platform.databaseFolder, `${platform.databaseFolder}-away`);
      await Promise.all(postmaster.map((pid) => ended(pid, 'SIGKILL')));
      await pause(2000);
      answers = await answersFor(25_000);
      renameSync(`${platform.databaseFolder}-away`, platform.databaseFolder);
      await ready();
    });
    note(`log away: answered within ${slowestOf(answers)} ms`);
    expect(kindsOf(answers)).toEqual(['503, try again']);
    expect(slowestOf(answers)).toBeLessThan(4000);
    expect(wrong).toEqual([]);
  }, 300_000);

  it('leaves nobody without an answer while its database hangs, and has discarded nothing once that goes on', async () => {
    let answers: readonly Answer[] = [];
    const { wrong } = await underLoad(() => asleep(platform.running('postgres'), async () => void (answers = await answersFor(25_000))));
    note(`database hangs: answered within ${slowestOf(answers)} ms`);
    expect(kindsOf(answers)).toEqual(['503, try again']);
    // The gateway waits no longer than a minute for a service.
    expect(slowestOf(answers)).toBeLessThan(65_000);
    expect(wrong).toEqual([]);
  }, 300_000);

  it('goes on taking commands while Kafka is away, and tells it everything once it is back', async () => {
    let before = 0;
    const { wrong, healed } = await underLoad(() =>
      asleep(platform.running('kafka'), async () => {
        await pause(5000);
        before = acknowledged();
        await pause(25_000);
        before = acknowledged() - before;
      }),
    );
    note(`Kafka away for 30 s: ${before} acknowledged meanwhile, caught up after ${healed} ms`);
    expect(before).toBeGreaterThan(50);
    expect(wrong).toEqual([]);
  }, 300_000);

  it.each(['cases', 'routing', 'identity'] as const)('loses nothing when %s sleeps for longer than anybody believes it to be alive', async (name) => {
    const { wrong } = await underLoad(() => asleep(platform.running(name), () => pause(15_000)));
    expect(wrong).toEqual([]);
  }, 300_000);

  it('lets each of its programs end in order, and loses nothing', async () => {
    const took: Record<string, number> = {};
    const { wrong } = await underLoad(async () => {
      for (const name of PROGRAMS) {
        took[name] = await ended(platform.running(name)[0] as number, 'SIGTERM');
        await ready();
        await pause(1000);
      }
    });
    note(`SIGTERM under load: ended after ${Object.entries(took).map(([name, ms]) => `${name} ${Math.round(ms)} ms`).join(', ')}`);
    expect(Math.max(...Object.values(took))).toBeLessThan(15_000);
    expect(wrong).toEqual([]);
  }, 300_000);
});
