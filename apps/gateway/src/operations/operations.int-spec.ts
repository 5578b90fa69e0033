import { once } from 'node:events';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { APP_GUARD } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccessGuard, describeApi, httpApp, TOKEN_VERIFIER, type Caller, type TokenVerifier } from '@onmaru/service-kit';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { OPERATIONS_PROBLEMS } from './operations-problems.http.js';
import { OperationsModule } from './operations.module.js';
import { samplePlatform, type SamplePlatform } from './sample-platform.adapter.js';
import { poison } from './sample-view.projection.js';

/** A token `platform:admin` speaks for an admin of the platform. */
const tokens: TokenVerifier = {
  verify(token) {
    const [tenant = '', role = ''] = token.split(':');
    return Promise.resolve({ tenant, role: role as Caller['role'], actor: { kind: 'staff', id: token } });
  },
};

describe('Operating a platform over HTTP', () => {
  let platform: SamplePlatform;
  let app: NestFastifyApplication;
  let registry: Registry;

  beforeEach(async () => {
    platform = await samplePlatform();
    registry = new Registry();
    const operations = OperationsModule.with(platform, registry);
    const guard = [{ provide: APP_GUARD, useClass: AccessGuard }, { provide: TOKEN_VERIFIER, useValue: tokens }];
    const module = { ...operations, providers: [...(operations.providers ?? []), ...guard] };
    app = await httpApp({ module, problems: OPERATIONS_PROBLEMS, logger: pino({ level: 'silent' }), registry });
    await app.init();
    for (let n = 1; n <= 20; n += 1) {
      const opened = { type: 'cases.CaseOpened.v1', data: { customerId: 'ada', subject: `${n}` } };
      await platform.append(n % 2 ? 'demo' : 'other', `case-${n}`, opened, {});
    }
    await platform.caughtUp();
  });
  afterEach(async () => {
    poison.clear();
    await app.close();
    await platform.close();
  });

  const ask = async (token: string, method: 'GET' | 'POST', path: string, payload?: object) => {
    const answer = await app.inject({ method, url: `/api/v1/operations/${path}`, headers: { authorization: `Bearer ${token}` }, ...(payload && { payload }) });
    return { status: answer.statusCode, text: answer.body, body: answer.headers['content-type']?.includes('json;') || answer.headers['content-type'] === 'application/json' ? answer.json() : null };
  };
  const lines = (text: string) => text.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
  const live = () => platform.pool.query('SELECT * FROM sample.case_words_1 ORDER BY tenant, id').then(({ rows }) => rows);

  describe('verify', () => {
    it('answers the verdict and nothing else', async () => {
      const { status, body } = await ask('platform:admin', 'GET', 'verify');
      expect(status).toBe(200);
      expect(Object.keys(body)).toEqual(['events', 'streams', 'checks', 'ok']);
      expect(body).toMatchObject({ events: 40, streams: 20, ok: true });
      expect(body.checks.map(({ id }: { id: string }) => id)).toEqual(['I2', 'I3', 'I4', 'I8', 'I9']);
    });

    it('is about the caller’s own tenant, unless the platform asks', async () => {
      expect((await ask('demo:analyst', 'GET', 'verify')).body).toMatchObject({ events: 20, streams: 10, ok: true });
    });

    it('is refused to those who may not', async () => expect((await ask('demo:agent', 'GET', 'verify')).status).toBe(403));
  });

  describe('the time of a COPY', () => {
    it('is told of a span of the log', async () =>
      expect(await ask('platform:admin', 'POST', 'time-copy', { after: 10, upTo: 40 })).toMatchObject({ status: 200, body: { events: 30, seconds: 0.5 } }));

    it('is not told where the database role may make no table', async () =>
      expect(await ask('platform:admin', 'POST', 'time-copy', { after: 40, upTo: 40 })).toMatchObject({ status: 409, body: { code: 'copy-not-allowed' } }));

    it('belongs to the platform: the admin of a tenant is told so', async () =>
      expect(await ask('demo:admin', 'POST', 'time-copy', { after: 0, upTo: 40 })).toMatchObject({ status: 403, body: { code: 'platform-only' } }));
  });

  describe('replay', () => {
    it('says that a view is what the log makes of it, and leaves it so', async () => {
      const before = await live();
      const { status, text } = await ask('platform:admin', 'POST', 'replay', {});
      expect(status).toBe(200);
      expect(lines(text).at(-1)).toEqual({ view: 'case-words', equal: true, hash: expect.stringMatching(/^[0-9a-f]{64}$/), rows: 20 });
      expect(await live()).toEqual(before);
    });

    it('says that a view was not, and mends it', async () => {
      const before = await live();
      await platform.pool.query(`UPDATE sample.case_words_1 SET changes = 99 WHERE id = '3'`);
      expect(lines((await ask('platform:admin', 'POST', 'replay', { view: 'case-words' })).text).at(-1)).toMatchObject({ equal: false });
      expect(await live()).toEqual(before);
      expect(lines((await ask('platform:admin', 'POST', 'replay', {})).text).at(-1)).toMatchObject({ equal: true });
    });

    it('mends nothing when it is only to compare', async () => {
      await platform.pool.query(`UPDATE sample.case_words_1 SET changes = 99 WHERE id = '3'`);
      const harmed = await live();
      expect(lines((await ask('platform:admin', 'POST', 'replay', { compareOnly: true })).text).at(-1)).toMatchObject({ equal: false });
      expect(await live()).toEqual(harmed);
    });

    it('belongs to the platform: the admin of a tenant is told so', async () => {
      expect(await ask('demo:admin', 'POST', 'replay', {})).toMatchObject({ status: 403, body: { code: 'platform-only' } });
    });

    it('names the views when it is asked for another', async () => {
      const { status, body } = await ask('platform:admin', 'POST', 'replay', { view: 'nothing' });
      expect({ status, code: body.code, title: body.title }).toEqual({ status: 404, code: 'view-not-found', title: 'There is no view nothing; there are case-words.' });
    });

    it('goes on with a line that says why, when a view cannot be rebuilt', async () => {
      await platform.pool.query('DROP TABLE sample.case_words_1');
      expect(lines((await ask('platform:admin', 'POST', 'replay', {})).text)).toEqual([{ view: 'case-words', failed: expect.stringContaining('case_words_1') }]);
    });

    it('tells how far it is, and stops when the caller goes away, leaving the view as it was', async () => {
      await platform.pool.query(`UPDATE sample.case_words_1 SET changes = 99 WHERE id = '3'`);
      const harmed = await live();
      const readAll = platform.log.readAll.bind(platform.log);
      let pages = 0;
      platform.log.readAll = async (after, filter) => {
        pages += 1;
        await new Promise((resolve) => setTimeout(resolve, 300));
        return readAll(after, filter, 1);
      };
      await app.listen(0, '127.0.0.1');
      const socket = connect((app.getHttpServer().address() as AddressInfo).port, '127.0.0.1');
      socket.write('POST /api/v1/operations/replay HTTP/1.1\r\nhost: x\r\nauthorization: Bearer platform:admin\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}');
      let heard = '';
      while (!heard.includes('"position"')) heard += String((await once(socket, 'data'))[0]);
      expect(heard).toMatch(/\{"view":"case-words","position":\d+,"head":40\}/);
      socket.destroy();
      await new Promise((resolve) => setTimeout(resolve, 1000));
      const stoppedAt = pages;
      await new Promise((resolve) => setTimeout(resolve, 700));
      expect({ pages, rows: await live() }).toEqual({ pages: stoppedAt, rows: harmed });
      expect((await platform.pool.query(`SELECT to_regclass('sample.case_words_1_rebuild') AS left_over`)).rows).toEqual([{ left_over: null }]);
    });
  });

  describe('views', () => {
    const park = async () => {
      poison.add('on');
      const position = await platform.append('demo', 'case-1', { data: { poison: true } });
      await platform.caughtUp();
      return position;
    };

    it('are listed with where they stand, and what they parked of the caller’s tenant', async () => {
      const position = await park();
      const parked = { tenant: 'demo', stream: 'case-1', position, reason: 'this note cannot be folded', parkedAt: expect.any(String) };
      expect((await ask('platform:admin', 'GET', 'views')).body).toEqual([{ view: 'case-words', position: 41, head: 41, parked: [parked] }]);
      expect((await ask('demo:admin', 'GET', 'views')).body).toEqual([{ view: 'case-words', position: 41, head: 41, parked: [parked] }]);
      expect((await ask('other:admin', 'GET', 'views')).body).toEqual([{ view: 'case-words', position: 41, head: 41, parked: [] }]);
      expect((await ask('demo:supervisor', 'GET', 'views')).status).toBe(403);
    });

    it('take a parked stream up again, and say why where they cannot', async () => {
      const position = await park();
      const redrive = (token: string, stream = 'case-1') => ask(token, 'POST', 'views/case-words/redrive', { tenant: 'demo', stream });
      expect((await redrive('demo:admin')).body).toMatchObject({ view: 'case-words', parked: { position, reason: 'this note cannot be folded' } });
      poison.clear();
      expect(await redrive('other:admin')).toMatchObject({ status: 404, body: { code: 'stream-not-parked' } });
      expect((await redrive('demo:admin')).body).toEqual({ view: 'case-words', parked: null });
      expect(await redrive('platform:admin')).toMatchObject({ status: 404, body: { code: 'stream-not-parked' } });
      expect((await ask('platform:admin', 'GET', 'verify')).body.ok).toBe(true);
    });
  });

  it('is measured whenever somebody asks', async () => {
    platform.letters.push({ id: 'm1', reason: 'unknown type' });
    await platform.runner.stop();
    await platform.append('demo', 'case-1', {});
    const metrics = await registry.metrics();
    expect(metrics.split('\n').filter((line) => /^onmaru_(view|log|parked|dead)/.test(line))).toEqual([
      'onmaru_view_position{view="case-words"} 40',
      'onmaru_view_lag_events{view="case-words"} 1',
      'onmaru_parked_streams{view="case-words"} 0',
      'onmaru_log_head 41',
      'onmaru_dead_letters 1',
    ]);
  });

  it('leaves out what it cannot know while the database is away, and measures the rest', async () => {
    await platform.pool.query('DROP TABLE sample.parked_stream');
    const metrics = (await registry.metrics()).split('\n');
    expect(metrics.filter((line) => line.startsWith('onmaru_view_position'))).toEqual([]);
    expect(metrics).toContain('onmaru_log_head 40');
  });

  it('is described', () => {
    expect(Object.keys(describeApi(app, 'Onmaru', '1').paths)).toEqual([
      '/api/v1/operations/verify',
      '/api/v1/operations/replay',
      '/api/v1/operations/views',
      '/api/v1/operations/views/{view}/redrive',
      '/api/v1/operations/time-copy',
    ]);
  });
});
