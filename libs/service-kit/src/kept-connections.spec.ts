import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import Fastify, { type FastifyInstance } from 'fastify';
import { endKeptConnections } from './kept-connections.js';

describe('A program that is about to end', () => {
  let server: FastifyInstance;
  let leaving: AbortController;
  let agent: Agent;
  let url: string;
  let connections: Socket[];
  let answer: () => void;
  beforeEach(async () => {
    leaving = new AbortController();
    agent = new Agent({ keepAlive: true, maxSockets: 1 });
    server = Fastify({ forceCloseConnections: 'idle' });
    endKeptConnections(server, leaving.signal);
    server.get('/', () => 'there');
    server.get('/begun', (_request, reply) => {
      reply.raw.writeHead(200);
      reply.raw.write('be');
      answer = () => reply.raw.end('gun');
      return reply.hijack();
    });
    connections = [];
    server.server.on('connection', (socket) => connections.push(socket));
    url = await server.listen({ port: 0, host: '127.0.0.1' });
  });
  afterEach(async () => {
    agent.destroy();
    await server.close();
  });

  const ask = async (path = '/'): Promise<IncomingMessage> => ((await once(request(`${url}${path}`, { agent }).end(), 'response')) as [IncomingMessage])[0];
  const said = async (answered: IncomingMessage): Promise<string> => String(Buffer.concat((await answered.toArray()) as Buffer[]));

  it('keeps connections until then', async () => {
    await said(await ask());
    const second = await ask();
    expect([await said(second), second.headers.connection, connections.length]).toEqual(['there', 'keep-alive', 1]);
  });

  it('answers on a kept connection, and lets it end with the answer', async () => {
    await said(await ask());
    leaving.abort();
    const last = await ask();
    expect([last.headers.connection, await said(last), connections.length]).toEqual(['close', 'there', 1]);
    expect([await said(await ask()), connections.length]).toEqual(['there', 2]);
  });

  it('finishes an answer that has begun, and keeps its connection no longer', async () => {
    const begun = await ask('/begun');
    leaving.abort();
    answer();
    expect(await said(begun)).toBe('begun');
    for (let tries = 0; tries < 100 && !connections[0]?.destroyed; tries += 1) await pause(10);
    expect(connections[0]?.destroyed).toBe(true);
  });
});
