import { setTimeout } from 'node:timers/promises';
import { stubPlatform, type StubPlatform } from '../testing/stub-platform.adapter.js';

const OPERATOR = 'platform:admin';

describe('Operating a platform of several services', () => {
  let platform: StubPlatform;
  beforeAll(async () => {
    platform = await stubPlatform();
  });
  afterEach(() => {
    for (const one of Object.values(platform.operated)) {
      one.asked.splice(0);
      Object.assign(one, { ok: true, pause: () => Promise.resolve() });
    }
  });
  afterAll(() => platform.close());

  const ask = async (method: 'GET' | 'POST', path: string, body?: object, as = OPERATOR) => {
    const answer = await platform.ask(`/api/v1/operations/${path}`, { method, as, ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }) });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> & readonly Record<string, unknown>[] };
  };
  const scratch = async (body: object) => {
    const answer = await platform.ask('/api/v1/operations/scratch', { method: 'POST', as: OPERATOR, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
    return { status: answer.status, type: answer.headers.get('content-type'), lines: (await answer.text()).trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>) };
  };
  const asked = () => Object.fromEntries(Object.entries(platform.operated).map(([name, one]) => [name, one.asked]));
  const viewsOf = (list: readonly Record<string, unknown>[]) => list.map(({ view }) => view);

  it('shows where the views of all services stand, in the caller’s name', async () => {
    const { status, body } = await ask('GET', 'views', undefined, 'demo:admin');
    expect([status, viewsOf(body)]).toEqual([200, ['staff', 'inbox', 'case', 'queue']]);
    expect(body[0]).toMatchObject({ position: 7, head: 9, parked: [{ tenant: 'demo', stream: 'case-1' }] });
  });

  it('is refused to who may not, before any service is asked', async () => {
    expect(await ask('GET', 'views', undefined, 'demo:agent')).toMatchObject({ status: 403, body: { code: 'not-permitted', permission: 'operations:read' } });
    expect((await ask('POST', 'rebuilds', {}, 'demo:analyst')).status).toBe(403);
    expect(asked()).toEqual({ identity: [], cases: [], routing: [] });
  });

  it('takes a parked stream up again where its view is', async () => {
    expect(await ask('POST', 'views/queue/redrive', { tenant: 'demo', stream: 'case-1' })).toEqual({ status: 200, body: { view: 'queue', parked: null } });
    expect(asked()).toEqual({ identity: [], cases: [], routing: ['redrive queue demo case-1'] });
  });

  it('answers what the service says where it says no', async () => {
    const { status, body } = await ask('POST', 'views/queue/redrive', { tenant: 'demo', stream: 'case-9' });
    expect([status, body['code'], body['title'], body['view']]).toEqual([404, 'stream-not-parked', 'The view queue has not parked case-9.', 'queue']);
  });

  describe('rebuilds', () => {
    it('are those of all services', async () => expect(viewsOf((await ask('GET', 'rebuilds')).body)).toEqual(['staff', 'inbox', 'case', 'queue']));

    it('are begun everywhere, or where the views are that were named', async () => {
      const all = await ask('POST', 'rebuilds', { compareOnly: true });
      expect([all.status, viewsOf(all.body)]).toEqual([202, ['staff', 'inbox', 'case', 'queue']]);
      expect(viewsOf((await ask('POST', 'rebuilds', { views: ['queue', 'case', 'inbox'] })).body)).toEqual(['queue', 'case', 'inbox']);
      expect(asked()).toEqual({
        identity: ['rebuild {"compareOnly":true}'],
        cases: ['rebuild {"compareOnly":true}', 'rebuild {"views":["case","inbox"]}'],
        routing: ['rebuild {"compareOnly":true}', 'rebuild {"views":["queue"]}'],
      });
      expect((await ask('POST', 'rebuilds', { views: [] })).body).toEqual([]);
    });

    it('of a view that nobody has are none, and all that there are are named', async () => {
      const { status, body } = await ask('POST', 'rebuilds', { views: ['queue', 'nothing'] });
      expect([status, body['title']]).toEqual([404, 'There is no view nothing; there are staff, inbox, case, queue.']);
      expect(asked()).toEqual({ identity: [], cases: [], routing: [] });
    });

    it('are paused, resumed and cancelled where the view is', async () => {
      expect(await ask('POST', 'rebuilds/inbox/pause')).toMatchObject({ status: 200, body: { view: 'inbox', state: 'paused' } });
      expect(await ask('POST', 'rebuilds/inbox/resume')).toMatchObject({ status: 200, body: { view: 'inbox', state: 'running' } });
      expect(await ask('POST', 'rebuilds/queue/cancel')).toMatchObject({ status: 409, body: { code: 'rebuild-ended', view: 'queue' } });
    });
  });

  describe('scratch', () => {
    it('gives the lines of all services as they come', async () => {
      platform.operated.identity.pause = () => setTimeout(200);
      const { status, type, lines } = await scratch({ upTo: 9 });
      expect([status, type]).toEqual([200, 'application/x-ndjson']);
      expect(lines.filter(({ position }) => position).map(({ service }) => service).sort()).toEqual(['cases', 'identity', 'routing']);
      expect(lines).toHaveLength(6);
      expect(lines.at(-1)).toMatchObject({ view: 'staff' });
      expect(asked()).toMatchObject({ cases: ['scratch {"upTo":9}'] });
    });

    it('asks those services alone whose views were named', async () => {
      expect((await scratch({ views: ['queue'] })).lines.map(({ service, view }) => service ?? view)).toEqual(['routing', 'queue']);
      expect(asked()).toEqual({ identity: [], cases: [], routing: ['scratch {"views":["queue"]}'] });
    });

    it('says of a service that breaks off that it did, and goes on with the others', async () => {
      platform.operated.cases.pause = () => setTimeout(50).then(() => Promise.reject(new Error('gone')));
      platform.operated.routing.pause = () => setTimeout(150);
      const { lines } = await scratch({});
      expect(lines).toContainEqual({ service: 'cases', failed: 'the service broke off' });
      expect(lines.at(-1)).toMatchObject({ view: 'queue' });
    });
  });

  describe('verify', () => {
    it('looks at the log once and at what every service made of it, and gives one verdict', async () => {
      const { status, body } = await ask('GET', 'verify');
      const check = (id: string, checked: number) => ({ id, ok: true, checked, breaches: [] });
      expect([status, body]).toEqual([200, { events: 9, streams: 4, checks: [check('I2', 9), check('I3', 15), check('I4', 1), check('I8', 0), check('I9', 19)], ok: true }]);
      expect(asked()).toEqual({ identity: ['verify log', 'verify views'], cases: ['verify views'], routing: ['verify views'] });
    });

    it('holds only where every service says so', async () => {
      platform.operated.routing.ok = false;
      const { body } = await ask('GET', 'verify');
      expect(body['ok']).toBe(false);
      expect((body['checks'] as readonly { id: string; ok: boolean; breaches: object[] }[]).filter(({ ok }) => !ok)).toEqual([{ id: 'I3', ok: false, checked: 15, breaches: [{ what: 'row-differs', view: 'queue' }] }]);
    });
  });

  it('measures a COPY at any one service', async () => {
    expect(await ask('POST', 'time-copy', { after: 10, upTo: 40 })).toEqual({ status: 200, body: { events: 30, seconds: 0.5 } });
    expect(Object.values(asked()).flat()).toEqual(['time-copy']);
  });

  describe('while a service is away', () => {
    beforeAll(() => platform.services.routing.stop());
    afterAll(() => platform.services.routing.start());

    it.each([
      ['GET', 'views', undefined],
      ['GET', 'rebuilds', undefined],
      ['POST', 'rebuilds', {}],
      ['POST', 'rebuilds', { views: ['queue'] }],
      ['POST', 'rebuilds/queue/pause', undefined],
      ['POST', 'views/queue/redrive', { tenant: 'demo', stream: 'case-1' }],
      ['POST', 'scratch', {}],
      ['GET', 'verify', undefined],
    ] as const)('names it: %s %s', async (method, path, body) =>
      expect(await ask(method, path, body)).toMatchObject({ status: 503, body: { code: 'unavailable', services: ['routing'] } }));

    it('goes on with views that others have', async () =>
      expect(await ask('POST', 'rebuilds/inbox/pause')).toMatchObject({ status: 200, body: { view: 'inbox' } }));

    it('measures a COPY at another', async () => {
      await platform.services.identity.stop();
      await platform.services.identity.start();
      expect((await ask('POST', 'time-copy', { after: 0, upTo: 1 })).status).toBe(200);
    });
  });
});
