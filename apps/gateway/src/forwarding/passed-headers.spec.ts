import { passedBack, passedOn } from './passed-headers.js';

const made = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const edge = { address: '203.0.113.7', host: 'onmaru.example', protocol: 'http', traceparent: made };
const sent = (raw: string[]) => {
  const passed = passedOn(raw, true, edge);
  return Object.fromEntries(Array.from({ length: passed.length / 2 }, (_, at) => [passed[2 * at], passed[2 * at + 1]]));
};

describe('Headers of a request that is passed on', () => {
  it('are those that the caller sent, cookies and all', () =>
    expect(passedOn(['Authorization', 'Bearer x', 'Cookie', 'a=1; b=2', 'Cookie', 'c=3', 'If-Match', '"3"'], true, edge).slice(0, 8)).toEqual(['Authorization', 'Bearer x', 'Cookie', 'a=1; b=2', 'Cookie', 'c=3', 'If-Match', '"3"']));

  it('leave out what concerns the caller’s connection alone', () =>
    expect(Object.keys(sent(['Host', 'x', 'Connection', 'close, X-Hop', 'X-Hop', '1', 'Keep-Alive', 'timeout=5', 'Transfer-Encoding', 'chunked', 'TE', 'trailers', 'Upgrade', 'h2c', 'Expect', '100-continue', 'Accept', '*/*']))).toEqual([
      'Accept', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'traceparent',
    ]));

  it('tell the length of a body that is passed on, and of no other', () => {
    const raw = ['Content-Length', '3', 'Content-Type', 'text/plain'];
    expect(passedOn(raw, true, edge).slice(0, 4)).toEqual(raw);
    expect(passedOn(raw, false, edge).slice(0, 2)).toEqual(['Content-Type', 'text/plain']);
  });

  it('say for whom, under which name and how it was asked', () =>
    expect(sent([])).toEqual({ 'x-forwarded-for': '203.0.113.7', 'x-forwarded-host': 'onmaru.example', 'x-forwarded-proto': 'http', traceparent: made }));

  it('go on with what an earlier edge said', () =>
    expect(sent(['X-Forwarded-For', '198.51.100.1', 'X-Forwarded-For', '198.51.100.2', 'X-Forwarded-Proto', 'https', 'X-Forwarded-Host', 'help.example'])).toMatchObject({
      'x-forwarded-for': '198.51.100.1, 198.51.100.2, 203.0.113.7',
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'help.example',
    }));

  it('say where in its trace the request is by now, once', () =>
    expect(passedOn(['Traceparent', '00-11111111111111111111111111111111-2222222222222222-00'], true, edge).filter((text) => /traceparent|^00-/i.test(text))).toEqual(['traceparent', made]));

  it('leave out what somebody outside would have noted in every trace', () =>
    expect(Object.keys(sent(['Baggage', 'tenant=other,role=admin', 'Tracestate', 'vendor=x', 'Accept', '*/*']))).toEqual(['Accept', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'traceparent']));
});

describe('Headers of an answer that is passed back', () => {
  it('are the service’s own, without those of its connection', () =>
    expect(passedBack({ etag: '"3"', 'set-cookie': ['a=1', 'b=2'], 'content-length': '3', connection: 'keep-alive, x-hop', 'x-hop': '1', 'keep-alive': 'timeout=72', 'transfer-encoding': 'chunked', missing: undefined })).toEqual({
      etag: '"3"',
      'set-cookie': ['a=1', 'b=2'],
      'content-length': '3',
    }));
});
