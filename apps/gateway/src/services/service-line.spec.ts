import { getEventListeners, once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { Problem } from '@onmaru/service-kit';
import { pino } from 'pino';
import { textOf } from './answered-json.adapter.js';
import { ServiceLine, type Sent } from './service-line.adapter.js';

const get: Sent = { method: 'GET', path: '/x', headers: [], gone: new AbortController().signal };
const away = { code: 'unavailable', facts: { services: ['cases'] } };

describe('The way to a service', () => {
  let server: Server;
  let line: ServiceLine;
  let answer: RequestListener;
  let requests: number;

  beforeEach(async () => {
    requests = 0;
    answer = (_request, response) => void response.end('there');
    server = createServer((request, response) => {
      requests += 1;
      answer(request, response);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    line = new ServiceLine('cases', `http://127.0.0.1:${(server.address() as AddressInfo).port}/part`, { connect: 200, head: 150, rest: 300, use: 100 }, pino({ level: 'silent' }));
  });
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    if (server.listening) await new Promise((closed) => server.close(closed));
  };
  const back = async (port: number): Promise<void> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  afterEach(async () => {
    await line.close();
    await stop();
  });
  const said = async (sent: Sent): Promise<string> => textOf((await line.send(sent)).body);

  it('leads below the service’s own address', async () => {
    answer = ({ url }, response) => void response.end(url);
    expect(await said(get)).toBe('/part/x');
  });

  it('keeps connections', async () => {
    const sockets = new Set<Socket>();
    server.on('connection', (socket) => sockets.add(socket));
    for (let n = 0; n < 20; n += 1) await said(get);
    expect(sockets.size).toBeLessThan(3);
  });

  it('keeps none for so long that processes which come later get nothing', async () => {
    const sockets = new Set<Socket>();
    server.on('connection', (socket) => sockets.add(socket));
    for (let n = 0; n < 20; n += 1) {
      await said(get);
      await setTimeout(30);
    }
    expect(sockets.size).toBeGreaterThan(3);
  });

  describe('waits for the head of an answer', () => {
    it('only so long', async () => {
      answer = () => undefined;
      const asked = performance.now();
      await expect(line.send(get)).rejects.toMatchObject({ ...away, headers: { 'retry-after': '1' }, cause: { message: 'No answer within 150 ms' } });
      expect(performance.now() - asked).toBeLessThan(1000);
      expect(requests).toBe(1);
    });

    it('for as long as it is told to', async () => {
      answer = (_request, response) => void setTimeout(300).then(() => response.end('late'));
      expect(await said({ ...get, headWithin: Infinity })).toBe('late');
    });

    it('and not for what follows it', async () => {
      answer = (_request, response) => {
        response.write('be');
        void setTimeout(300).then(() => response.end('gun'));
      };
      expect(await said(get)).toBe('begun');
    });

    it('not while the caller has nothing to send', async () => {
      answer = (request, response) => void request.pipe(response);
      const slowly = Readable.from((async function* () {
        yield Buffer.from('a');
        await setTimeout(300);
        yield Buffer.from('b');
      })());
      expect(await said({ ...get, method: 'POST', body: slowly })).toBe('ab');
    });

    it('only so long when the service takes no more', async () => {
      answer = (request) => void request.pause();
      const endless = Readable.from((async function* () {
        for (;;) yield Buffer.alloc(65_536);
      })());
      await expect(line.send({ ...get, method: 'POST', body: endless })).rejects.toMatchObject(away);
    });
  });

  describe('while nothing listens there', () => {
    const tries = async (sent: Sent) => {
      const pool = (line as unknown as { pool: { request: (...asked: unknown[]) => Promise<unknown> } }).pool;
      const request = pool.request.bind(pool);
      let count = 0;
      pool.request = (...asked) => {
        count += 1;
        return request(...asked);
      };
      await stop();
      await expect(line.send(sent)).rejects.toMatchObject(away);
      return count;
    };

    it('tries again, also a command: nobody can have heard it', async () => {
      expect(await tries(get)).toBe(3);
      await back((server.address() as AddressInfo | null)?.port ?? 0);
      expect(await tries({ ...get, method: 'POST' })).toBe(3);
    });

    it('finds who comes in the place of who has gone', async () => {
      const { port } = server.address() as AddressInfo;
      await stop();
      const asked = said({ ...get, method: 'POST', body: Readable.from(['a']) });
      await setTimeout(20);
      await back(port);
      expect(await asked).toBe('there');
    });

    it('does not try for longer than it takes to see that nobody is there', async () => {
      const nobody = new ServiceLine('cases', 'http://192.0.2.1:9', { connect: 200, head: 150, rest: 300, use: 1000 }, pino({ level: 'silent' }));
      const asked = performance.now();
      await expect(nobody.send(get)).rejects.toMatchObject(away);
      expect(performance.now() - asked).toBeLessThan(2000);
      await nobody.close();
    });

    it('leaves the caller’s body as it is, for the second try', async () => {
      await stop();
      const body = Readable.from(['a']);
      await expect(line.send({ ...get, method: 'POST', body })).rejects.toMatchObject(away);
      expect([body.destroyed, await body.toArray()]).toEqual([false, ['a']]);
    });
  });

  it('repeats nothing once a service may have heard it', async () => {
    answer = ({ socket }) => void socket.destroy();
    await expect(line.send(get)).rejects.toMatchObject(away);
    expect(requests).toBe(1);
  });

  it('holds on to nobody who was answered', async () => {
    const gone = new AbortController();
    for (let n = 0; n < 20; n += 1) await said({ ...get, gone: gone.signal });
    answer = ({ socket }) => void socket.destroy();
    await expect(line.send({ ...get, gone: gone.signal })).rejects.toMatchObject(away);
    await setTimeout(20);
    expect(getEventListeners(gone.signal, 'abort')).toEqual([]);
  });

  describe('is closed for a while', () => {
    const fail = async (times: number): Promise<void> => {
      for (let n = 0; n < times; n += 1) await expect(line.send(get)).rejects.toMatchObject(away);
    };

    it('after repeated failures, and says so at once', async () => {
      answer = ({ socket }) => void socket.destroy();
      await fail(5);
      expect(line.state).toBe('open');
      await fail(3);
      expect(requests).toBe(5);
    });

    it('until one trial goes well', async () => {
      const { port } = server.address() as AddressInfo;
      await stop();
      await fail(5);
      expect(line.state).toBe('open');
      await back(port);
      await fail(1);
      await setTimeout(350);
      expect(line.state).toBe('half-open');
      expect(await said(get)).toBe('there');
      expect(line.state).toBe('closed');
    });

    it('again where the trial fails', async () => {
      await stop();
      await fail(5);
      await setTimeout(350);
      await fail(1);
      expect(line.state).toBe('open');
    });

    it('not because callers go away', async () => {
      answer = () => undefined;
      for (let n = 0; n < 8; n += 1) {
        const gone = new AbortController();
        const sent = line.send({ ...get, gone: gone.signal });
        gone.abort(new Problem('caller-gone'));
        await expect(sent).rejects.toMatchObject({ code: 'caller-gone' });
      }
      expect(line.state).toBe('closed');
    });

    it('not because a service says no', async () => {
      answer = (_request, response) => void response.writeHead(500).end('no');
      for (let n = 0; n < 8; n += 1) expect((await line.send(get)).status).toBe(500);
      expect(line.state).toBe('closed');
    });
  });
});
