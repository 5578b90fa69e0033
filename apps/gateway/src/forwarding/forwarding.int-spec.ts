import { once } from 'node:events';
import { request as open, type ClientRequest, type IncomingMessage } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { seen } from '../testing/stub-cases.http.js';
import { stubPlatform, type StubPlatform } from '../testing/stub-platform.adapter.js';

const MiB = 1024 * 1024;

describe('A gateway before services', () => {
  let platform: StubPlatform;
  beforeAll(async () => {
    platform = await stubPlatform();
  });
  afterAll(() => platform.close());

  const hold = (asked: { as?: string; reason?: string; language?: string } = {}) =>
    platform.ask('/api/v1/cases/7/hold', {
      method: 'POST',
      ...(asked.as !== undefined && { as: asked.as }),
      headers: { 'content-type': 'application/json', ...(asked.language !== undefined && { 'accept-language': asked.language }) },
      body: JSON.stringify({ reason: asked.reason ?? 'later' }),
    });
  /** Errors of a request that was broken off are its own doing. */
  const broken: Error[] = [];
  const begin = (method: string, path: string): ClientRequest =>
    open(`${platform.edge.url}${path}`, { method, headers: method === 'GET' ? {} : { 'content-type': 'application/x-ndjson' } }).on('error', (error) => broken.push(error));
  const answerTo = async (request: ClientRequest): Promise<IncomingMessage> => {
    const [answer] = (await once(request, 'response')) as [IncomingMessage];
    return answer;
  };
  const eventually = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
    for (let tries = 0; tries < 200; tries += 1) {
      if (await holds()) return;
      await setTimeout(20);
    }
    throw new Error('it did not come to that');
  };

  describe('passes on', () => {
    it('each request to the service that describes its path', async () => {
      const answer = await hold({ as: 'demo:agent' });
      expect([answer.status, await answer.json()]).toEqual([200, { id: '7', reason: 'later' }]);
      expect(await (await platform.ask('/.well-known/jwks.json')).json()).toEqual({ keys: [{ kid: 'one' }] });
    });

    it('what the service says of who calls, of a body, and of its rules', async () => {
      expect((await hold()).status).toBe(401);
      expect((await hold({ as: 'demo:customer' })).status).toBe(403);
      const refused = await hold({ as: 'demo:agent', reason: 'no', language: 'ko' });
      expect([refused.status, refused.headers.get('content-type'), refused.headers.get('content-language')]).toEqual([409, 'application/problem+json; charset=utf-8', 'ko']);
      expect(await refused.json()).toMatchObject({ code: 'stub-refused', title: '거절해요: 7', instance: '/api/v1/cases/7/hold' });
    });

    it('headers and cookies as they are, and says for whom it asks', async () => {
      const answer = await platform.ask('/api/v1/cases/headers?q=%ED%95%9C', { headers: { cookie: 'x=1; y=2', 'if-none-match': '"3"', baggage: 'role=admin' } });
      const { url, headers } = (await answer.json()) as { url: string; headers: string[] };
      expect(url).toBe('/api/v1/cases/headers?q=%ED%95%9C');
      const sent = Object.fromEntries(headers.flatMap((name, at) => (at % 2 ? [] : [[name.toLowerCase(), headers[at + 1]]])));
      expect(sent).toMatchObject({ cookie: 'x=1; y=2', 'if-none-match': '"3"', 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'http', traceparent: expect.stringMatching(/^00-[\da-f]{32}-[\da-f]{16}-01$/), 'x-forwarded-host': platform.edge.url.slice('http://'.length), host: platform.services.cases.url.slice('http://'.length) });
      expect(sent).not.toHaveProperty('baggage');
      expect(answer.headers.getSetCookie()).toEqual(['a=1; HttpOnly', 'b=2']);
      expect([answer.headers.get('etag'), answer.headers.get('x-hop')]).toEqual(['"7"', null]);
    });

    it('the trace by which a request can be found at both', async () => {
      const answer = await platform.ask('/api/v1/cases/7/hold', { method: 'POST', headers: { traceparent: `00-${'7'.repeat(32)}-${'1'.repeat(16)}-01` } });
      expect(await answer.json()).toMatchObject({ traceId: '7'.repeat(32) });
    });

    it('HEAD as GET, without a body', async () => {
      const answer = await platform.ask('/api/v1/cases/headers', { method: 'HEAD' });
      expect([answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([200, '"7"', '']);
    });

    it.each([
      ['POST', 'import', '', 0],
      ['POST', 'import', undefined, 0],
      ['POST', 'import', 'abc', 3],
      ['GET', 'headers', 'abc', undefined],
    ])('a body, an empty one, and none: %s %s %j', async (method, path, body, bytes) => {
      const request = open(`${platform.edge.url}/api/v1/cases/${path}`, { method, headers: { 'content-type': 'application/x-ndjson', ...(body !== undefined && { 'content-length': body.length }) } });
      const answer = await answerTo(request.end(body));
      expect(JSON.parse(String(await answer.toArray()))).toMatchObject(bytes === undefined ? {} : { bytes });
      expect(answer.statusCode).toBe(200);
    });

    it('lines both ways as they come', async () => {
      const request = begin('POST', '/api/v1/cases/echo');
      request.write('{"line":0}\n');
      const answer = await answerTo(request);
      expect(String((await once(answer, 'data'))[0])).toBe('{"line":0}\n');
      for (const line of ['{"line":1}\n', '{"line":2}\n']) {
        request.write(line);
        expect(String((await once(answer, 'data'))[0])).toBe(line);
      }
      request.end();
      await once(answer, 'end');
    });

    it('no more of 50 MiB than the caller takes, and all of it in the end', async () => {
      const answer = await answerTo(begin('GET', '/api/v1/cases/export').end());
      await setTimeout(500);
      expect(seen.sent).toBeLessThan(20 * MiB);
      let bytes = 0;
      for await (const chunk of answer) bytes += (chunk as Buffer).length;
      expect(bytes).toBe(50 * MiB);
    });

    it('50 MiB that a caller sends, whatever the service’s own bodies may be', async () => {
      const request = begin('POST', '/api/v1/cases/import');
      const chunk = Buffer.alloc(MiB, '.');
      for (let n = 0; n < 50; n += 1) if (!request.write(chunk)) await once(request, 'drain');
      expect(JSON.parse(String(await (await answerTo(request.end())).toArray()))).toEqual({ bytes: 50 * MiB });
    });

    it('an answer that breaks off as one that breaks off', async () => {
      const answer = await answerTo(begin('GET', '/api/v1/cases/dies').end());
      expect(String((await once(answer, 'data'))[0])).toBe('{"line":1}\n');
      await expect(answer.toArray()).rejects.toMatchObject({ code: 'ECONNRESET' });
    });
  });

  describe('lets a service know that the caller has gone', () => {
    it('before it answered', async () => {
      const before = seen.departed;
      const request = begin('GET', '/api/v1/cases/never').end();
      await setTimeout(200);
      request.destroy();
      await eventually(() => seen.departed === before + 1);
    });

    it.each([['GET', 'endless'], ['POST', 'echo']])('in mid-answer: %s %s', async (method, path) => {
      const before = seen.departed;
      const request = begin(method, `/api/v1/cases/${path}`);
      if (method === 'GET') request.end();
      else request.write('{}\n');
      const answer = (await answerTo(request)).on('error', (error) => broken.push(error));
      await once(answer, 'data');
      request.destroy();
      await eventually(() => seen.departed === before + 1);
    });

    it('and passes on what comes next', async () => expect((await hold({ as: 'demo:agent' })).status).toBe(200));
  });

  describe('where nothing can be passed on', () => {
    it.each(['/api/v1/nothing', '/nothing', '/api/v1/cases'])('says that there is nothing at an address that nobody describes: %s', async (path) => {
      const answer = await platform.ask(path);
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([404, 'not-found']);
    });

    it('says so where a service breaks off before anything has gone out', async () => {
      const answer = await platform.ask('/api/v1/cases/dies-early');
      expect([answer.status, await answer.json()]).toEqual([503, expect.objectContaining({ code: 'unavailable', services: ['cases'] })]);
    });

    it('waits only so long for the head of an answer', async () => {
      const answer = await platform.ask('/api/v1/cases/never');
      expect([answer.status, answer.headers.get('retry-after'), await answer.json()]).toEqual([503, '1', expect.objectContaining({ code: 'unavailable', services: ['cases'] })]);
    });

    it('stops asking a service that is away, tries it again, and goes on once it is back', async () => {
      await platform.services.cases.stop();
      const circuit = async () => (await (await platform.ask('/metrics')).text()).split('\n').filter((line) => /^onmaru_service_circuit\{service="cases".*1$/.test(line));
      expect(await circuit()).toEqual(['onmaru_service_circuit{service="cases",state="closed"} 1']);
      await eventually(async () => (await hold({ as: 'demo:agent' })).status === 503 && (await circuit()).some((line) => line.includes('"open"')));
      const refused = await hold({ as: 'demo:agent', language: 'ko' });
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
      expect(await refused.json()).toMatchObject({ code: 'unavailable', services: ['cases'] });
      expect((await platform.ask('/.well-known/jwks.json')).status).toBe(200);
      await platform.services.cases.start();
      await eventually(async () => (await hold({ as: 'demo:agent' })).status === 200);
      expect(await circuit()).toEqual(['onmaru_service_circuit{service="cases",state="closed"} 1']);
      expect(platform.logged()).toContainEqual(expect.objectContaining({ service: 'cases', msg: 'a service does not answer: it is left alone for a moment' }));
    });
  });
});

describe('A gateway that starts before a service', () => {
  it('says that what nobody has described yet is unavailable, and finds it once the service is there', async () => {
    const platform = await stubPlatform({ without: ['cases'] });
    const ask = () => platform.ask('/api/v1/cases/headers');
    const first = await ask();
    expect([first.status, await first.json()]).toEqual([503, expect.objectContaining({ code: 'unavailable', services: ['cases'] })]);
    expect((await platform.ask('/.well-known/jwks.json')).status).toBe(200);
    await platform.services.cases.start();
    for (let tries = 0; tries < 100 && (await ask()).status !== 200; tries += 1) await setTimeout(50);
    expect((await ask()).status).toBe(200);
    expect((await platform.ask('/api/v1/nothing')).status).toBe(404);
    await platform.close();
  });
});
