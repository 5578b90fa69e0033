import { fastify } from 'fastify';
import { readJsonBodies } from './json-bodies.js';

const send = async (payload: string) => {
  const server = fastify();
  readJsonBodies(server);
  server.post('/', (request) => ({ body: request.body ?? 'none' }));
  const { statusCode, body } = await server.inject({ method: 'POST', url: '/', headers: { 'content-type': 'application/json' }, payload });
  return { statusCode, body: JSON.parse(body) as unknown };
};

describe('A body of JSON', () => {
  it('is read', async () => expect(await send('{"text":"안녕"}')).toEqual({ statusCode: 200, body: { body: { text: '안녕' } } }));

  it('may be empty', async () => expect(await send('')).toEqual({ statusCode: 200, body: { body: 'none' } }));

  it.each(['{"text":', '{"__proto__":{"role":"admin"}}', '{"constructor":{"prototype":{}}}'])('is refused where it is broken or poisoned: %s', async (payload) =>
    expect((await send(payload)).statusCode).toBe(400));
});
