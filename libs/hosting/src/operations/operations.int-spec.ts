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

  describe('rebuilds', () => {
    const rebuilds = async () => (await ask('platform:admin', 'GET', 'rebuilds')).body as Record<string, unknown>[];
    const ended = async () => {
      for (;;) {
        const all = await rebuilds();
        if (all.every(({ state }) => state !== 'running')) return all;
        await new Promise((later) => setTimeout(later, 10));
      }
    };
    /** What was just asked for has arrived. */
    const heard = () => new Promise((later) => setTimeout(later, 300));
    const harm = () => platform.pool.query(`UPDATE sample.case_words_1 SET changes = 99 WHERE id = '3'`);
    /** Pages of one event; `pages` of them are read, and no more until it is opened. */
    const gate = (pages: number) => {
      const readAll = platform.log.readAll.bind(platform.log);
      const [reached, opened] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      let read = 0;
      platform.log.readAll = async (after, filter) => {
        if ((read += 1) === pages) reached.resolve();
        if (read >= pages) await opened.promise;
        return readAll(after, filter, 1);
      };
      return { reached: reached.promise, open: () => opened.resolve() };
    };

    it('are accepted, and say in the end that a view is what the log makes of it', async () => {
      const before = await live();
      const { status, body } = await ask('platform:admin', 'POST', 'rebuilds', {});
      expect(status).toBe(202);
      expect(body).toMatchObject([{ view: 'case-words', startedAt: expect.any(String) as string }]);
      expect(await ended()).toEqual([
        { view: 'case-words', state: 'done', compareOnly: false, position: 40, head: 40, eventsPerSecond: expect.any(Number) as number, startedAt: expect.any(String) as string,
          finishedAt: expect.any(String) as string, equal: true, rows: 20, hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
      ]);
      expect(await live()).toEqual(before);
    });

    it('say that a view was not, and mend it', async () => {
      const before = await live();
      await harm();
      await ask('platform:admin', 'POST', 'rebuilds', { views: ['case-words'] });
      expect(await ended()).toMatchObject([{ state: 'done', equal: false }]);
      expect(await live()).toEqual(before);
      await ask('platform:admin', 'POST', 'rebuilds', {});
      expect(await ended()).toMatchObject([{ state: 'done', equal: true }]);
    });

    it('mend nothing when they are only to compare', async () => {
      await harm();
      const harmed = await live();
      await ask('platform:admin', 'POST', 'rebuilds', { compareOnly: true });
      expect(await ended()).toMatchObject([{ state: 'done', compareOnly: true, equal: false }]);
      expect(await live()).toEqual(harmed);
    });

    it('belong to the platform: the admin of a tenant is told so', async () => {
      for (const [method, path] of [['POST', 'rebuilds'], ['GET', 'rebuilds'], ['POST', 'rebuilds/case-words/pause'], ['POST', 'rebuilds/case-words/resume'], ['POST', 'rebuilds/case-words/cancel'], ['POST', 'scratch']] as const) {
        expect(await ask('demo:admin', method, path, ['rebuilds', 'scratch'].includes(path) && method === 'POST' ? {} : undefined)).toMatchObject({ status: 403, body: { code: 'platform-only' } });
      }
    });

    it('name the views when they are asked for another', async () => {
      const { status, body } = await ask('platform:admin', 'POST', 'rebuilds', { views: ['nothing'] });
      expect({ status, code: body.code, title: body.title }).toEqual({ status: 404, code: 'view-not-found', title: 'There is no view nothing; there are case-words.' });
    });

    it('say why a view cannot be rebuilt', async () => {
      await platform.pool.query('DROP TABLE sample.case_words_1');
      await ask('platform:admin', 'POST', 'rebuilds', {});
      expect(await ended()).toMatchObject([{ view: 'case-words', state: 'failed', reason: expect.stringContaining('case_words_1') as string }]);
    });

    it('can be paused, and go on', async () => {
      await harm();
      const { reached, open } = gate(9);
      await ask('platform:admin', 'POST', 'rebuilds', {});
      await reached;
      expect(await rebuilds()).toMatchObject([{ state: 'running', head: 40, position: expect.any(Number) as number }]);
      const pausing = ask('platform:admin', 'POST', 'rebuilds/case-words/pause');
      await heard();
      open();
      const { status, body } = await pausing;
      expect({ status, body }).toMatchObject({ status: 200, body: { view: 'case-words', state: 'paused' } });
      expect(body.position).toBeGreaterThan(3);
      expect(body.position).toBeLessThan(40);
      expect((await ask('platform:admin', 'POST', 'rebuilds/case-words/pause')).body).toMatchObject({ state: 'paused', position: body.position });
      expect((await ask('platform:admin', 'POST', 'rebuilds/case-words/resume')).body).toMatchObject({ view: 'case-words', startedAt: body.startedAt });
      expect(await ended()).toMatchObject([{ state: 'done', equal: false, position: 40 }]);
      expect(await ask('platform:admin', 'POST', 'rebuilds/case-words/resume')).toMatchObject({ status: 409, body: { code: 'rebuild-ended' } });
    });

    it('can be cancelled, and leave everything as it was', async () => {
      await harm();
      const harmed = await live();
      expect(await ask('platform:admin', 'POST', 'rebuilds/case-words/cancel')).toMatchObject({ status: 404, body: { code: 'rebuild-not-found' } });
      const { reached, open } = gate(9);
      await ask('platform:admin', 'POST', 'rebuilds', {});
      await reached;
      const cancelling = ask('platform:admin', 'POST', 'rebuilds/case-words/cancel');
      await heard();
      open();
      expect(await cancelling).toMatchObject({ status: 200, body: { view: 'case-words', state: 'failed', reason: 'cancelled' } });
      expect(await rebuilds()).toEqual([]);
      expect(await live()).toEqual(harmed);
      expect((await platform.pool.query(`SELECT to_regclass('sample.case_words_1_rebuild') AS left_over`)).rows).toEqual([{ left_over: null }]);
    });
  });

  describe('scratch', () => {
    it('says what a part of the log makes of the views, and touches nothing', async () => {
      const before = await live();
      const { status, text } = await ask('platform:admin', 'POST', 'scratch', {});
      expect(status).toBe(200);
      const [whole] = lines(text).slice(-1);
      expect(whole).toEqual({ view: 'case-words', rows: 20, hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string, parked: 0 });
      expect(lines((await ask('platform:admin', 'POST', 'scratch', { tenant: 'demo', upTo: 20, types: ['cases.CaseOpened.v1'] })).text).at(-1)).toMatchObject({ rows: 5 });
      expect(lines((await ask('platform:admin', 'POST', 'scratch', { until: '2000-01-01T00:00:00Z' })).text).at(-1)).toMatchObject({ rows: 0 });
      expect(await live()).toEqual(before);
      expect((await ask('platform:admin', 'GET', 'rebuilds')).body).toEqual([]);
    });

    it('goes on with a line that says why, when views cannot be folded', async () => {
      await platform.pool.query('DROP TABLE sample.case_words_1');
      expect(lines((await ask('platform:admin', 'POST', 'scratch', {})).text)).toEqual([{ service: 'sample', failed: expect.stringContaining('case_words_1') as string }]);
    });

    it('tells how far it is, and stops when the caller goes away', async () => {
      const readAll = platform.log.readAll.bind(platform.log);
      let pages = 0;
      platform.log.readAll = async (after, filter) => {
        pages += 1;
        await new Promise((resolve) => setTimeout(resolve, 300));
        return readAll(after, filter, 1);
      };
      await app.listen(0, '127.0.0.1');
      const socket = connect((app.getHttpServer().address() as AddressInfo).port, '127.0.0.1');
      socket.write('POST /api/v1/operations/scratch HTTP/1.1\r\nhost: x\r\nauthorization: Bearer platform:admin\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}');
      let heard = '';
      while (!heard.includes('"position"')) heard += String((await once(socket, 'data'))[0]);
      expect(heard).toMatch(/\{"service":"sample","position":\d+,"head":40\}/);
      socket.destroy();
      await new Promise((resolve) => setTimeout(resolve, 1000));
      const stoppedAt = pages;
      await new Promise((resolve) => setTimeout(resolve, 700));
      expect(pages).toBe(stoppedAt);
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
      '/api/v1/operations/rebuilds',
      '/api/v1/operations/rebuilds/{view}/pause',
      '/api/v1/operations/rebuilds/{view}/resume',
      '/api/v1/operations/rebuilds/{view}/cancel',
      '/api/v1/operations/scratch',
      '/api/v1/operations/views',
      '/api/v1/operations/views/{view}/redrive',
      '/api/v1/operations/time-copy',
    ]);
  });
});
