import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { keysByIdentity } from './keys-by-identity.js';
import { tokensByIdentity } from './tokens-by-identity.js';

const KEY = 'a key that only services know'.padEnd(32, '.');

/** A stand-in for identity: answers what it is told to, and writes down what it is asked. */
const standIn = async () => {
  const asked: { path: string; authorization: string | undefined; body: unknown }[] = [];
  let [status, answer]: [number, unknown] = [200, {}];
  const reply = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    asked.push({ path: request.url ?? '', authorization: request.headers.authorization, body: JSON.parse(await text(request)) });
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  };
  const server: Server = createServer((request, response) => void reply(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    asked,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answers: (withStatus: number, body: unknown) => ([status, answer] = [withStatus, body]),
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
};

describe('A service that asks identity', () => {
  let identity: Awaited<ReturnType<typeof standIn>>;
  beforeEach(async () => {
    identity = await standIn();
  });
  afterEach(() => identity.close());
  const door = () => ({ url: identity.url, serviceKey: KEY });

  it('who a token speaks for, shows its key, and remembers the answer', async () => {
    identity.answers(200, { active: true, caller: { tenant: 'demo', role: 'agent', actorKind: 'staff', actorId: 'mina' } });
    const tokens = tokensByIdentity(door());
    const mina = { tenant: 'demo', role: 'agent', actor: { kind: 'staff', id: 'mina' } };
    expect([await tokens.verify('t1', 'demo'), await tokens.verify('t1', 'demo')]).toEqual([mina, mina]);
    expect(identity.asked).toEqual([{ path: '/api/v1/service/introspect', authorization: `Bearer ${KEY}`, body: { token: 't1', tenant: 'demo' } }]);
  });

  it('does not take what it knows of a token for one tenant for another', async () => {
    identity.answers(200, { active: true, caller: { tenant: 'demo', role: 'agent', actorKind: 'staff', actorId: 'mina' } });
    const tokens = tokensByIdentity(door());
    await tokens.verify('t1', 'demo');
    identity.answers(404, { code: 'tenant-not-found' });
    await expect(tokens.verify('t1', 'nobody')).rejects.toMatchObject({ code: 'tenant-not-found' });
  });

  it('and hears of nobody, remembers nothing', async () => {
    identity.answers(200, { active: false, caller: null });
    const tokens = tokensByIdentity(door());
    expect([await tokens.verify('t1'), await tokens.verify('t1')]).toEqual([null, null]);
    expect(identity.asked).toHaveLength(2);
  });

  it('for keys, gets those that there are, ten thousand at a time', async () => {
    identity.answers(200, { keys: { 'customer-ada': Buffer.from('secret').toString('base64') } });
    const keys = await keysByIdentity(door()).toOpen('demo', Array.from({ length: 10_001 }, (_, n) => `customer-${n}`));
    expect(keys).toEqual(new Map([['customer-ada', Buffer.from('secret')]]));
    expect(identity.asked.map(({ path, body }) => [path, (body as { subjects: string[] }).subjects.length])).toEqual([
      ['/api/v1/service/subject-keys/open', 10_000],
      ['/api/v1/service/subject-keys/open', 1],
    ]);
  });

  it.each([
    [401, { code: 'not-signed-in' }, 'identity answered 401'],
    [404, { code: 'not-found' }, 'identity answered 404'],
    [404, null, 'identity answered 404'],
    [500, { code: 'internal-error' }, 'identity answered 500'],
  ])('and is answered %s %j, says that a part of the platform is away, and why', async (status, body, why) => {
    identity.answers(status, body);
    await expect(tokensByIdentity(door()).verify('t1')).rejects.toMatchObject({ code: 'unavailable', headers: { 'retry-after': '1' }, cause: { message: expect.stringContaining(why) } });
    await expect(keysByIdentity(door()).toSeal('demo', ['customer-ada'])).rejects.toMatchObject({ cause: { message: expect.stringContaining(why) } });
  });

  it('and finds nobody there, says the same', async () => {
    await identity.close();
    await expect(tokensByIdentity(door()).verify('t1')).rejects.toMatchObject({ code: 'unavailable' });
    identity = await standIn();
  });
});
