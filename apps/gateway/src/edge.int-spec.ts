import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { sealed, type EventTypes } from '@onmaru/event-sourcing';
import { postgresEventStore } from '@onmaru/event-sourcing/postgres';
import { stubKeys } from './testing/stub-identity.http.js';
import { stubPlatform, type StubPlatform } from './testing/stub-platform.adapter.js';

type Document = { readonly paths: Readonly<Record<string, object>>; readonly components: { readonly schemas: object } };

const types = [{ context: 'cases', types: { CaseOpened: { version: 1, personal: ['subject'], subject: 'customerId' } } }] as unknown as readonly EventTypes[];

describe('The edge of a platform', () => {
  let platform: StubPlatform;
  beforeAll(async () => {
    platform = await stubPlatform();
  });
  afterAll(() => platform.close());
  const json = async <Body>(path: string, as?: string) => (await (await platform.ask(path, as === undefined ? {} : { as })).json()) as Body;

  describe('describes itself', () => {
    it('as one API, every path once', async () => {
      const { paths, components } = await json<Document>('/api/openapi.json');
      expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/readyz', '/api/v1/events', '/api/v1/operations/verify', '/api/v1/cases/{id}/hold', '/.well-known/jwks.json', '/api/v1/service/introspect', '/api/problems/{code}']));
      expect(new Set(Object.keys(paths)).size).toBe(Object.keys(paths).length);
      expect(Object.keys(components.schemas)).toEqual(expect.arrayContaining(['Problem', 'HoldBody', 'VerdictBody']));
    });

    it('on pages for people', async () => {
      const page = await platform.ask('/api/docs');
      expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Onmaru API')]);
      expect(await (await platform.ask('/api/docs/swagger-ui-init.js')).text()).toContain('/api/v1/cases/{id}/hold');
    });
  });

  describe('says whether the platform is ready', () => {
    const ready = async (query = '') => {
      const answer = await platform.ask(`/readyz${query}`);
      return [answer.status, ((await answer.json()) as { waitingFor: string[] }).waitingFor];
    };

    it('which it is once every service is, and names those that are not', async () => {
      expect(await ready()).toEqual([200, []]);
      platform.services.cases.waits.push('the views of cases');
      expect(await ready()).toEqual([503, ['cases: the views of cases']]);
      platform.services.cases.waits.splice(0);
      await platform.services.routing.stop();
      expect(await ready()).toEqual([503, ['routing, which does not answer']]);
      await platform.services.routing.start();
      for (let tries = 0; tries < 100 && (await ready())[0] !== 200; tries += 1) await setTimeout(50);
      expect(await ready()).toEqual([200, []]);
    });

    it('asking every service for the same position', async () => {
      await ready('?position=42');
      expect(Object.values(platform.services).map(({ asked }) => asked)).toEqual([42, 42, 42]);
    });

    it('and whether the gateway can serve by itself, which is so without any one of them', async () => {
      await platform.services.routing.stop();
      expect([(await ready())[0], await ready('?alone=true')]).toEqual([503, [200, []]]);
      await platform.services.routing.start();
      const nobody = await stubPlatform({ without: ['identity', 'cases', 'routing'] });
      const answer = await nobody.ask('/readyz?alone=true');
      expect([answer.status, await answer.json()]).toEqual([503, { ready: false, waitingFor: ['what services serve'] }]);
      await nobody.close();
    });

    it('and whether it lives, by itself', async () => expect(await json('/livez')).toEqual({ alive: true, stalled: [] }));

    it('and is not, once it is about to end; it serves on, and ends who follows the log only then', async () => {
      const other = await stubPlatform();
      const follows = await other.ask('/api/v1/events', { as: 'demo:agent', headers: { accept: 'text/event-stream' } });
      other.edge.leave();
      const answer = await other.ask('/readyz?alone=true');
      expect([answer.status, answer.headers.get('connection'), await answer.json()]).toEqual([503, 'close', { ready: false, waitingFor: ['its end'] }]);
      expect((await other.ask('/.well-known/jwks.json')).status).toBe(200);
      const closed = other.close();
      expect(await follows.text()).toContain(': following');
      await closed;
    });

  });

  describe('explains problems', () => {
    it.each([['unavailable', 503], ['platform-only', 403], ['stub-refused', 409]])('its own and those of services: %s', async (code, status) =>
      expect(await json(`/api/problems/${code}`)).toMatchObject({ code, status, ko: expect.stringMatching(/[가-힣]/) }));

    it('that there are', async () => expect((await platform.ask('/api/problems/nothing')).status).toBe(404));
  });

  describe('serves the web apps', () => {
    it('where it has their folder, beside everything else', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'onmaru-console-'));
      mkdirSync(join(folder, 'assets'));
      writeFileSync(join(folder, 'index.html'), '<title>Onmaru</title>');
      writeFileSync(join(folder, 'assets', 'a.js'), 'export {};');
      const other = await stubPlatform({ consoleFolder: folder });
      for (const page of ['/', '/cases/7', '/my']) expect(await (await other.ask(page)).text()).toBe('<title>Onmaru</title>');
      expect(await (await other.ask('/assets/a.js')).text()).toBe('export {};');
      expect((await other.ask('/.well-known/jwks.json')).status).toBe(200);
      expect((await other.ask('/api/v1/cases/headers')).headers.get('x-content-type-options')).toBe('nosniff');
      expect((await other.ask('/api/v1/nothing')).status).toBe(404);
      await other.close();
      rmSync(folder, { recursive: true });
    });

    it('and has no pages where it has none', async () => expect((await platform.ask('/')).status).toBe(404));
  });

  describe('shows the log', () => {
    const subject = (line: string) => (JSON.parse(line) as { data: { subject: string | null } }).data.subject;
    const read = async (query: string, as = 'demo:supervisor') => (await (await platform.ask(`/api/v1/events${query}`, { as })).text()).trim().split('\n');

    beforeAll(async () => {
      stubKeys.set('ada', randomBytes(32));
      const store = await postgresEventStore({ connection: platform.logAdmin, writers: 1, readers: 1 });
      const keys = { toOpen: () => Promise.resolve(stubKeys), toSeal: () => Promise.resolve(stubKeys) };
      const opened = { id: '019aa000-0000-7000-8000-000000000001', type: 'cases.CaseOpened.v1', occurredAt: '2026-03-01T09:00:00.000Z', data: { customerId: 'ada', subject: '환불' }, actor: { kind: 'staff', id: 'mina' }, commandId: 'one', correlationId: 'one' } as const;
      await sealed(store, types, keys).append({ tenant: 'demo', stream: 'case-1', expected: 'none', events: [opened] });
      await store.close();
    });
    afterAll(() => stubKeys.clear());

    it('without what is personal, and with it for who may see it and asks', async () => {
      expect((await read('')).map(subject)).toEqual([null]);
      expect((await read('?personal=true')).map(subject)).toEqual(['환불']);
      expect((await platform.ask('/api/v1/events?personal=true', { as: 'demo:agent' })).status).toBe(403);
      expect(await read('', 'other:supervisor')).toEqual(['']);
      expect((await platform.ask('/api/v1/events')).status).toBe(401);
    });

    it('as it grows', async () => {
      const gone = new AbortController();
      const answer = await platform.ask('/api/v1/events', { as: 'demo:agent', headers: { accept: 'text/event-stream' }, signal: gone.signal });
      const decoder = new TextDecoder();
      let heard = '';
      for await (const chunk of answer.body ?? []) {
        heard += decoder.decode(chunk as Uint8Array);
        if (heard.includes('data: ')) break;
      }
      gone.abort();
      expect(heard).toContain('id: 1\nevent: event\ndata: {"position":1');
    });

    it('with personal fields as null while their keys cannot be had', async () => {
      const other = await stubPlatform();
      const store = await postgresEventStore({ connection: other.logAdmin, writers: 1, readers: 1 });
      const data = { customerId: 'ada', subject: { sealed: 'x', subject: 'ada' } };
      await store.append({ tenant: 'demo', stream: 'case-1', expected: 'none', events: [{ id: '019aa000-0000-7000-8000-000000000001', type: 'cases.CaseOpened.v1', occurredAt: '2026-03-01T09:00:00.000Z', data, actor: { kind: 'staff', id: 'mina' }, commandId: 'one', correlationId: 'one' }] });
      await store.close();
      await other.ask('/api/v1/operations/views', { as: 'demo:supervisor' });
      await other.services.identity.stop();
      const answer = await other.ask('/api/v1/events?personal=true', { as: 'demo:supervisor' });
      expect([answer.status, subject(await answer.text())]).toEqual([200, null]);
      expect(other.logged()).toContainEqual(expect.objectContaining({ msg: 'personal fields are shown as null' }));
      await other.close();
    });

    it('and may not write it', async () => {
      const store = await postgresEventStore({ connection: platform.logUrl, writers: 1, readers: 1 });
      const event = { id: '019aa000-0000-7000-8000-000000000009', type: 'cases.CaseOpened.v1', occurredAt: '2026-03-01T09:00:00.000Z', data: {}, actor: { kind: 'staff', id: 'mina' }, commandId: 'nine', correlationId: 'one' } as const;
      await expect(store.append({ tenant: 'demo', stream: 'case-9', expected: 'none', events: [event] })).rejects.toMatchObject({ code: 'permission' });
      await store.close();
    });
  });
});
