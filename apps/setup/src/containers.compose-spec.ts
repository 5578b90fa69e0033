import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { containers, until, type Containers } from './testing/containers.adapter.js';
import { firstIncidents } from './testing/first-incidents.adapter.js';

const PASSWORD = 'a demo that ends soon';
const SERVICES = ['identity', 'cases', 'routing', 'gateway'];
const RUNNING = [...SERVICES, 'postgres', 'kafka'];
/** A busy machine is slow, not wrong. */
const MINUTE = 60_000;
const browser = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

type Answer = { readonly status: number; readonly json: Readonly<Record<string, unknown>> };

describe('The platform in containers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onmaru-compose-'));
  let at: Containers;
  let token: string;

  const call = async (path: string, body?: object, headers: Readonly<Record<string, string>> = {}): Promise<Answer> => {
    const sent = { method: body ? 'POST' : 'GET', headers: { ...(token && { authorization: `Bearer ${token}` }), ...(body && { 'content-type': 'application/json' }), ...headers }, ...(body && { body: JSON.stringify(body) }), signal: AbortSignal.timeout(120_000) };
    const response = await fetch(`${at.url}/api/v1/${path}`, sent);
    return { status: response.status, json: (await response.json()) as Answer['json'] };
  };
  /** Signs in anew: a token lives for ten minutes, and this takes longer. */
  const signIn = async (): Promise<void> => {
    token = '';
    const signedIn = async () => {
      const [answered] = await Promise.allSettled([call('auth/sign-in', { email: 'supervisor@demo.onmaru.example', password: PASSWORD })]);
      return answered.status === 'fulfilled' && answered.value.status === 200 ? (answered.value.json['accessToken'] as string) : null;
    };
    token = await until('signing in', MINUTE, signedIn);
  };
  const holds = async (): Promise<void> => {
    const { code, out } = await at.onmaru('verify');
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('All invariants hold.') });
  };

  beforeAll(async () => {
    at = await containers({ ONMARU_DEMO_PASSWORD: PASSWORD });
    await at.build();
    await at.compose('up', '--detach');
    await until('the demo', 8 * MINUTE, async () => ((await at.compose('logs', 'demo')).includes('Onmaru is ready') ? true : null));
    await signIn();
  }, 30 * MINUTE);

  afterAll(async () => {
    await at.remove();
    rmSync(folder, { recursive: true });
  }, 3 * MINUTE);

  it('greets whoever started it as ever, and has the demo, proved', async () => {
    const said = await at.compose('logs', '--no-log-prefix', 'demo');
    expect(said).toContain(`Console    ${at.url}\n`);
    expect(said).not.toContain(PASSWORD);
    expect((await call('cases?limit=100')).json['items']).toHaveLength(8);
    await holds();
  }, 3 * MINUTE);

  it('shuts every part in: no rights, nothing to write to, no way in but one, and nobody told what is secret of another', async () => {
    for (const name of RUNNING) {
      const { Config, HostConfig, NetworkSettings } = await at.inspect(name);
      expect([name, HostConfig.ReadonlyRootfs, HostConfig.CapDrop, HostConfig.Privileged, HostConfig.SecurityOpt]).toEqual([name, true, ['ALL'], false, ['no-new-privileges:true']]);
      expect([name, await at.compose('exec', '-T', name, 'id', '-u')]).toEqual([name, expect.not.stringMatching(/^0$/)]);
      const open = Object.values(NetworkSettings.Ports).flatMap((bound) => bound ?? []);
      expect([name, open.map(({ HostIp }) => HostIp)]).toEqual([name, name === 'gateway' ? ['127.0.0.1'] : []]);
      expect(Config.Env.filter((one) => /(PASSWORD|KEY)=./.test(one))).toEqual([]);
    }
    expect(await at.compose('exec', '-T', 'cases', 'ls', '/secrets')).toBe('database-password\nservice-key');
    await expect(at.compose('exec', '-T', 'cases', 'touch', '/app/x')).rejects.toThrow('Read-only file system');
  }, MINUTE);

  it('changes nothing when it is started again as it is', async () => {
    const before = await Promise.all(RUNNING.map(async (name) => (await at.inspect(name)).Name));
    const cases = (await call('cases?limit=100')).json['items'];
    await at.compose('up', '--detach');
    await until('the demo', 4 * MINUTE, async () => ((await at.inspect('demo')).State.Running ? null : true));
    expect(await Promise.all(['secrets', 'setup', 'demo'].map(async (name) => (await at.inspect(name)).State.ExitCode))).toEqual([0, 0, 0]);
    expect(await Promise.all(RUNNING.map(async (name) => (await at.inspect(name)).Name))).toEqual(before);
    expect((await call('cases?limit=100')).json['items']).toEqual(cases);
  }, 8 * MINUTE);

  it('takes in the first incidents of a real log through its one door', async () => {
    const file = join(folder, 'incidents.csv');
    const { incidents, rows } = await firstIncidents(1000, file);
    const began = performance.now();
    const { code, out, said } = await at.onmaru('import', 'servicenow', file, '--json', '--tenant', 'demo');
    const took = Math.round(performance.now() - began);
    expect({ code, said }).toEqual({ code: 0, said: expect.any(String) });
    const told = JSON.parse(out.split('\n').at(-1) ?? '') as Readonly<Record<string, unknown>>;
    expect(told).toMatchObject({ refused: 0 });
    const notes = process.env['ONMARU_TEST_NOTES'];
    if (notes) appendFileSync(notes, `${incidents} incidents, ${rows} rows, came in within ${took} ms: ${JSON.stringify(told)}\n`);
    const again = await at.onmaru('import', 'servicenow', file, '--json', '--tenant', 'demo');
    expect(JSON.parse(again.out.split('\n').at(-1) ?? '')).toMatchObject({ changed: 0, refused: 0 });
    await holds();
  }, 20 * MINUTE);

  it('lets somebody sign in to its console', async () => {
    if (!existsSync(browser)) throw new Error(`This needs a browser: neither CHROMIUM_PATH nor ${browser}`);
    const opened = await chromium.launch({ executablePath: browser, args: ['--no-sandbox', '--disable-gpu'] });
    try {
      const page = await (await opened.newContext({ baseURL: at.url, locale: 'en-GB' })).newPage();
      page.setDefaultTimeout(MINUTE);
      await page.goto('/');
      await page.getByLabel('E-mail address').fill('agent@demo.onmaru.example');
      await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
      await page.locator('[data-case]').first().waitFor();
    } finally {
      await opened.close();
    }
  }, 3 * MINUTE);

  it('loses and doubles nothing that was acknowledged while each of its parts is killed in turn', async () => {
    await signIn();
    const [customer] = (await call('customers?limit=1')).json['items'] as readonly { readonly id: string }[];
    const subject = `Where is it? ${randomUUID()}`;
    const acknowledged: string[] = [];
    let over = false;
    /** Sends a command until somebody answers who took it or refused it; the key makes it one command. */
    const insist = async (): Promise<string> => {
      const headers = { 'idempotency-key': randomUUID() };
      return until('an answer', 5 * MINUTE, async () => {
        const [answered] = await Promise.allSettled([call('cases', { customerId: customer?.id, subject, description: 'Nothing came', channel: 'email' }, headers)]);
        if (answered.status === 'rejected' || answered.value.status >= 500) return null;
        if (answered.value.status !== 201) throw new Error(JSON.stringify(answered.value));
        return answered.value.json['id'] as string;
      });
    };
    const work = async (): Promise<void> => {
      while (!over) acknowledged.push(await insist());
    };
    const working = Promise.all([work(), work(), work()]);
    for (const name of RUNNING) {
      const before = acknowledged.length;
      await at.compose('kill', name);
      await pause(1000);
      await at.startAgain(name);
      await until(`${name} after it was killed`, 4 * MINUTE, at.isReady);
      await until(`work after ${name} was killed`, 4 * MINUTE, async () => (acknowledged.length > before + 5 ? true : null));
    }
    over = true;
    await working;
    expect(new Set(acknowledged).size).toBe(acknowledged.length);
    await signIn();
    const found: string[] = [];
    for (let cursor = ''; ; ) {
      const { items, nextCursor } = (await call(`cases?limit=100${cursor}`)).json as { readonly items: readonly { readonly id: string; readonly subject: string }[]; readonly nextCursor: string | null };
      found.push(...items.filter((one) => one.subject === subject).map(({ id }) => id));
      if (nextCursor === null) break;
      cursor = `&cursor=${encodeURIComponent(nextCursor)}`;
    }
    expect(found.toSorted()).toEqual(acknowledged.toSorted());
    await holds();
  }, 30 * MINUTE);

  it('ends within seconds when it is told to, every service with 0, and takes everything away', async () => {
    const began = performance.now();
    await at.compose('stop', ...SERVICES);
    expect(performance.now() - began).toBeLessThan(60_000);
    expect(await Promise.all(SERVICES.map(async (name) => [name, (await at.inspect(name)).State.ExitCode]))).toEqual(SERVICES.map((name) => [name, 0]));
    expect((await at.remove()).code).toBe(0);
    expect(await at.compose('ps', '--all', '--quiet')).toBe('');
  }, 3 * MINUTE);
});
