import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { httpApp } from './http-app.js';
import { ThingsModule } from './testing/things.http.js';

let app: NestFastifyApplication;
beforeAll(async () => {
  app = await httpApp({ module: ThingsModule, problems: {}, logger: pino({ level: 'silent' }), registry: new Registry() });
  await app.init();
});
afterAll(() => app.close());

const send = async (method: 'GET' | 'POST', path: string, asked: { payload?: string; headers?: Record<string, string> } = {}) => {
  const type = asked.payload === undefined ? {} : { 'content-type': 'application/json' };
  const answer = await app.inject({ method, url: `/api/v1/things${path}`, ...asked, headers: { ...type, ...asked.headers } });
  return { status: answer.statusCode, body: answer.json<{ title: string; errors?: { pointer: string; detail: string }[] }>() };
};

describe('Who asks, and in which trace', () => {
  const TRACE = '7'.repeat(32);
  const headers = { 'x-forwarded-for': '198.51.100.1, 203.0.113.7' };
  const asked = async (gateways: number, more: Record<string, string> = {}) => {
    const behind = await httpApp({ module: ThingsModule, problems: {}, logger: pino({ level: 'silent' }), registry: new Registry(), gateways });
    const addresses: string[] = [];
    behind.getHttpAdapter().getInstance().addHook('onRequest', ({ ip }, _reply, done) => done(void addresses.push(ip)));
    await behind.init();
    const answer = await behind.inject({ method: 'GET', url: '/api/v1/things?colour=blue', headers: { ...headers, ...more } });
    await behind.close();
    return [addresses[0], answer.json<{ traceId: string }>().traceId];
  };
  const MADE = expect.stringMatching(/^(?!7{32})[\da-f]{32}$/) as string;

  it('is not believed of just anybody, but for the trace: it lets nobody in', async () => expect(await asked(0, { traceparent: `00-${TRACE}-${'1'.repeat(16)}-01` })).toEqual(['127.0.0.1', TRACE]));

  it('is believed of the platform’s own gateway, as far as that saw it itself', async () => expect(await asked(1, { traceparent: `00-${TRACE}-${'1'.repeat(16)}-01` })).toEqual(['203.0.113.7', TRACE]));

  it.each(['two words', `00-${TRACE}-${'0'.repeat(16)}-01`])('is made anew where a trace is none: %s', async (traceparent) => expect(await asked(1, { traceparent })).toEqual(['203.0.113.7', MADE]));
});

describe('A route of a verb without a body', () => {
  it.each([undefined, '', '{}'])('takes nothing: %j', async (payload) => expect((await send('POST', '/start', { payload })).status).toBe(200));

  it('refuses whatever is said to it, and says where', async () =>
    expect(await send('POST', '/start', { payload: '{"x":1}' })).toMatchObject({ status: 400, body: { errors: [{ pointer: '/x', detail: 'is not known here' }] } }));

  it.each(['[]', '"x"', '1'])('refuses what is no object: %s', async (payload) => expect((await send('POST', '/start', { payload })).status).toBe(400));
});

describe('A route that may have a body', () => {
  it('goes without', async () => expect((await send('POST', '/leave')).body).toEqual({ left: 'nothing' }));

  it('takes it', async () => expect((await send('POST', '/leave', { payload: '{"name":"Ada"}' })).body).toEqual({ left: 'Ada' }));

  it('refuses another', async () => expect((await send('POST', '/leave', { payload: '{"name":"Ada","x":1}' })).body.errors).toMatchObject([{ pointer: '/x' }]));
});

describe('A route that fails', () => {
  it.each(['unavailable', 'no-key', 'ECONNREFUSED', '57P01'])('for the moment, because something it stands on is away, says when to try again: %s', async (code) => {
    const answer = await app.inject({ method: 'GET', url: `/api/v1/things/failing/${code}` });
    expect([answer.statusCode, answer.headers['retry-after'], answer.json<{ code: string }>().code]).toEqual([503, '1', 'unavailable']);
  });

  it('for a reason that nobody expected does not say so', async () => {
    const answer = await app.inject({ method: 'GET', url: '/api/v1/things/failing/23505' });
    expect([answer.statusCode, answer.headers['retry-after'], answer.json<{ code: string }>().code]).toEqual([500, undefined, 'internal-error']);
  });
});

describe('A request that is not valid', () => {
  it.each([
    ['a member of the body', 'POST', '', { payload: '{"name":" "}' }, '/name'],
    ['a member that nobody knows', 'POST', '', { payload: '{"name":"x","a/b":1}' }, '/a~1b'],
    ['U+0000 in the body', 'POST', '', { payload: '{"name":"x\\u0000"}' }, '/name'],
    ['a query parameter', 'GET', '?limit=many', {}, '/query/limit'],
    ['a query parameter that nobody knows', 'GET', '?colour=blue', {}, '/query/colour'],
    ['a query parameter that the schema does not tell apart', 'GET', '?asOf=2026-13-22', {}, '/query/asOf'],
    ['a cursor', 'GET', '?cursor=zz', {}, '/query/cursor'],
    ['U+0000 in the query', 'GET', '?cursor=a%00', {}, '/query/cursor'],
    ['a path parameter', 'POST', '/abc/publish', {}, '/path/version'],
    ['half of an escape', 'GET', '/%E0%A4%A', {}, '/path'],
    ['a header', 'GET', '', { headers: { 'onmaru-position': 'now' } }, '/headers/onmaru-position'],
  ] as const)('says where, and in the language of the caller why: %s', async (_what, method, path, asked, pointer) => {
    const en = await send(method, path, asked);
    const ko = await send(method, path, { ...asked, headers: { ...('headers' in asked && asked.headers), 'accept-language': 'ko' } });
    expect([en.status, ko.status]).toEqual([400, 400]);
    expect(en.body.errors).toEqual([{ pointer, detail: expect.stringMatching(/^[^가-힣]+$/) }]);
    expect(ko.body.errors).toEqual([{ pointer, detail: expect.stringMatching(/[가-힣]/) }]);
    expect(JSON.stringify([en, ko])).not.toContain('Temporal');
  });

  it('is read where a path parameter is a number', async () => expect((await send('POST', '/12/publish')).body).toEqual({ version: 12 }));

  it.each(['{"name":', '{"__proto__":{}}'])('and is no JSON, is told so in our words: %s', async (payload) => {
    const { body } = await send('POST', '', { payload, headers: { 'accept-language': 'ko' } });
    expect(body).toMatchObject({ code: 'body-unreadable', title: '본문이 여기서 읽을 수 있는 JSON이 아니에요.' });
    expect(body).not.toHaveProperty('reason');
  });
});
