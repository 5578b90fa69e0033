import { passedBack, passedOn } from './passed-headers.js';

const made = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const edge = { address: '203.0.113.7', host: 'onmaru.example', protocol: 'http', requestId: 'made-here', newTrace: () => made };
const sent = (raw: string[]) => {
  const passed = passedOn(raw, true, edge);
  return Object.fromEntries(Array.from({ length: passed.length / 2 }, (_, at) => [passed[2 * at], passed[2 * at + 1]]));
};

describe('Headers of a request that is passed on', () => {
  it('are those that the caller sent, cookies and all', () =>
    expect(passedOn(['Authorization', 'Bearer x', 'Cookie', 'a=1; b=2', 'Cookie', 'c=3', 'If-Match', '"3"'], true, edge).slice(0, 8)).toEqual(['Authorization', 'Bearer x', 'Cookie', 'a=1; b=2', 'Cookie', 'c=3', 'If-Match', '"3"']));

  it('leave out what concerns the caller’s connection alone', () =>
    expect(Object.keys(sent(['Host', 'x', 'Connection', 'close, X-Hop', 'X-Hop', '1', 'Keep-Alive', 'timeout=5', 'Transfer-Encoding', 'chunked', 'TE', 'trailers', 'Upgrade', 'h2c', 'Expect', '100-continue', 'Accept', '*/*']))).toEqual([
      'Accept', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-request-id', 'traceparent',
    ]));

  it('tell the length of a body that is passed on, and of no other', () => {
    const raw = ['Content-Length', '3', 'Content-Type', 'text/plain'];
    expect(passedOn(raw, true, edge).slice(0, 4)).toEqual(raw);
    expect(passedOn(raw, false, edge).slice(0, 2)).toEqual(['Content-Type', 'text/plain']);
  });

  it('say for whom, under which name and how it was asked', () =>
    expect(sent([])).toEqual({ 'x-forwarded-for': '203.0.113.7', 'x-forwarded-host': 'onmaru.example', 'x-forwarded-proto': 'http', 'x-request-id': 'made-here', traceparent: made }));

  it('go on with what an earlier edge said', () =>
    expect(sent(['X-Forwarded-For', '198.51.100.1', 'X-Forwarded-For', '198.51.100.2', 'X-Forwarded-Proto', 'https', 'X-Forwarded-Host', 'help.example'])).toMatchObject({
      'x-forwarded-for': '198.51.100.1, 198.51.100.2, 203.0.113.7',
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'help.example',
    }));

  it('keep the names under which the caller knows the request', () => {
    const traceparent = '00-11111111111111111111111111111111-2222222222222222-00';
    expect(sent(['X-Request-Id', 'their-own_1', 'Traceparent', traceparent])).toMatchObject({ 'x-request-id': 'their-own_1', traceparent });
  });

  it.each(['00-0-0-00', `00-${'0'.repeat(32)}-${'1'.repeat(16)}-00`, 'x'])('make a trace where the one that was given is none: %s', (traceparent) =>
    expect(sent(['traceparent', traceparent]).traceparent).toBe(made));

  it.each(['two words', '', 'x'.repeat(200)])('make an id where the one that was given is none: %j', (id) => expect(sent(['x-request-id', id])['x-request-id']).toBe('made-here'));
});

describe('Headers of an answer that is passed back', () => {
  it('are the service’s own, without those of its connection', () =>
    expect(passedBack({ etag: '"3"', 'set-cookie': ['a=1', 'b=2'], 'content-length': '3', connection: 'keep-alive, x-hop', 'x-hop': '1', 'keep-alive': 'timeout=72', 'transfer-encoding': 'chunked', missing: undefined })).toEqual({
      etag: '"3"',
      'set-cookie': ['a=1', 'b=2'],
      'content-length': '3',
    }));
});
