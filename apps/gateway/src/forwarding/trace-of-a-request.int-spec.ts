import { recordedTracing } from '@onmaru/tracing/testing';
import { stubPlatform, type StubPlatform } from '../testing/stub-platform.adapter.js';

const CLICK = `00-${'c'.repeat(32)}-${'1'.repeat(16)}-01`;

describe('The trace of a request', () => {
  const tracing = recordedTracing();
  let platform: StubPlatform;
  beforeAll(async () => {
    platform = await stubPlatform({ tracing });
  });
  afterAll(() => platform.close());

  /** What was told of by the time that everything of a request has ended. */
  const told = async (path: string, asked: Parameters<StubPlatform['ask']>[1]) => {
    const before = tracing.spans.length;
    const answer = await platform.ask(path, asked);
    const text = await answer.text();
    const own = () => tracing.spans.slice(before);
    for (let tried = 0; tried < 100 && !own().every(({ ended }) => ended); tried += 1) await new Promise((later) => setTimeout(later, 10));
    return { spans: own(), text };
  };
  const hold = { method: 'POST', as: 'demo:agent', headers: { 'content-type': 'application/json', traceparent: CLICK }, body: '{"reason":"later"}' };

  it('leads from who calls through the gateway into the service', async () => {
    const { spans } = await told('/api/v1/cases/7/hold', hold);
    expect(spans.map(({ name, kind, ended }) => [name, kind, ended])).toEqual([['POST', 'server', true], ['POST cases', 'client', true], ['POST /api/v1/cases/:id/hold', 'server', true]]);
    expect(spans.map(({ parent }) => parent)).toEqual([CLICK, spans[0]?.traceparent, spans[1]?.traceparent]);
    expect(spans.map(({ fromOutside }) => fromOutside ?? false)).toEqual([true, false, false]);
    expect(spans[2]?.attributes).toEqual({ 'http.request.method': 'POST', 'http.route': '/api/v1/cases/:id/hold', 'http.response.status_code': 200 });
  });

  it('is begun by the gateway where who calls is in none, and is the id that a problem names', async () => {
    const { spans, text } = await told('/api/v1/cases/7/hold', { ...hold, headers: { 'content-type': 'application/json' }, body: '{"reason":"no"}' });
    expect([spans[0]?.parent, new Set(spans.map(({ traceparent }) => traceparent.slice(3, 35))).size]).toEqual([undefined, 1]);
    expect(JSON.parse(text)).toMatchObject({ code: 'stub-refused', traceId: spans[0]?.traceparent.slice(3, 35) });
  });

  it('leads to every service that the gateway asks for one answer', async () => {
    const { spans } = await told('/api/v1/operations/views', { as: 'platform:admin', headers: { traceparent: CLICK } });
    const clients = spans.filter(({ kind }) => kind === 'client');
    expect(clients.map(({ name, parent }) => [name, parent]).sort()).toEqual(['cases', 'identity', 'routing'].map((name) => [`GET ${name}`, spans[0]?.traceparent]));
    expect(spans.filter(({ name }) => name === 'GET /api/v1/operations/views').map(({ parent }) => parent).sort()).toEqual([CLICK, ...clients.map(({ traceparent }) => traceparent)].sort());
  });

  it('says which part of the platform did not answer', async () => {
    await platform.services.cases.stop();
    const { spans } = await told('/api/v1/cases/7/hold', hold);
    expect(spans.map(({ name, failure }) => [name, failure])).toEqual([['POST', '503'], ['POST cases', 'unavailable']]);
    await platform.services.cases.start();
  });

  it('is not begun by what the programs of the platform ask of each other, nor by who looks whether they are alive', async () => {
    const before = tracing.spans.length;
    for (const path of ['/readyz', '/metrics', '/api/openapi.json']) await platform.ask(path);
    await fetch(`${platform.services.identity.url}/api/v1/me`);
    await new Promise((later) => setTimeout(later, 500));
    expect(tracing.spans.slice(before)).toEqual([]);
  });
});
