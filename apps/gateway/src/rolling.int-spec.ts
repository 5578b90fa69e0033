import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import { balancer, type Balancer } from './testing/balancer.adapter.js';
import { STUB_PROBLEMS, StubCases, StubProblems } from './testing/stub-cases.http.js';
import { stubPlatform, type StubPlatform } from './testing/stub-platform.adapter.js';
import { stubService } from './testing/stub-service.adapter.js';

/** One of several programs behind one address. */
type Program = { readonly url: string; leave(): void; end(): Promise<void> };

const CLIENTS = 4;
/** Milliseconds: the balancer has seen by then that a program is about to end, and the gateway uses no connection that has been idle for four seconds. */
const PAUSE = 5000;

describe('Programs behind one address that are exchanged one after the other', () => {
  let door: Balancer;
  let platform: StubPlatform;
  beforeEach(async () => {
    door = await balancer();
  });
  afterEach(async () => {
    await platform.close();
    await door.close();
  });

  const serve = async (program: Program): Promise<Program> => {
    door.add(program.url);
    for (let tries = 0; tries < 200 && !door.leadsTo(program.url); tries += 1) await pause(20);
    return program;
  };

  /** What went wrong for clients that keep their connections and send nothing twice, while two programs were exchanged twice. */
  const exchanged = async (url: string, begin: () => Promise<Program>, isTold = true) => {
    const troubles: string[] = [];
    let [over, answered] = [false, 0];
    const client = async (): Promise<void> => {
      const connections = new Pool(url, { connections: 2, keepAliveTimeout: 60_000, keepAliveMaxTimeout: 60_000 });
      const headers = { authorization: 'Bearer demo:agent', 'content-type': 'application/json' };
      for (let n = 0; !over; n += 1) {
        try {
          const asked = n % 2 ? ({ method: 'POST', path: '/api/v1/cases/7/hold', body: '{"reason":"later"}' } as const) : ({ method: 'GET', path: '/api/v1/cases/headers' } as const);
          const { statusCode, body } = await connections.request({ ...asked, headers });
          const said = await body.text();
          if (statusCode === 200) answered += 1;
          else troubles.push(`${statusCode} ${said.slice(0, 120)}`);
        } catch (error) {
          troubles.push((error as Error).message);
        }
        await pause(5);
      }
      await connections.destroy();
    };
    const pair = [await serve(await begin()), await serve(await begin())];
    for (let tries = 0; tries < 200 && (await fetch(`${url}/api/v1/cases/headers`).then(({ ok }) => ok, () => false)) === false; tries += 1) await pause(50);
    const working = Promise.all(Array.from({ length: CLIENTS }, client));
    for (let n = 0; n < 4; n += 1) {
      pair.push(await serve(await begin()));
      const old = pair.shift() as Program;
      if (isTold) {
        old.leave();
        await pause(PAUSE);
      }
      await old.end();
      door.remove(old.url);
    }
    over = true;
    await working;
    for (const one of pair) await one.end();
    return { troubles, answered };
  };

  const cases = async (): Promise<Program> => stubService({ controllers: [StubCases, StubProblems], problems: STUB_PROBLEMS });
  const gateway = async (): Promise<Program> => {
    const edge = await platform.another();
    return { url: edge.url, leave: () => edge.leave(), end: () => edge.close() };
  };

  it('lose no request, where they are a service behind the gateway', async () => {
    platform = await stubPlatform({ casesAt: door.url, isPatient: true });
    const { troubles, answered } = await exchanged(platform.edge.url, cases);
    expect(troubles).toEqual([]);
    expect(answered).toBeGreaterThan(100);
  }, 120_000);

  it('lose no request, where they are the gateway', async () => {
    platform = await stubPlatform({ isPatient: true });
    const { troubles, answered } = await exchanged(door.url, gateway);
    expect(troubles).toEqual([]);
    expect(answered).toBeGreaterThan(100);
  }, 120_000);

  it('would lose some, if they ended before anybody had heard of it', async () => {
    platform = await stubPlatform({ isPatient: true });
    expect((await exchanged(door.url, gateway, false)).troubles.length).toBeGreaterThan(0);
  }, 120_000);
});
