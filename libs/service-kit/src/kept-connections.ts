import type { FastifyInstance } from 'fastify';

/** Once `leaving` has aborted, every answer ends its connection, and says so where its head has not gone out yet: whoever asks next asks elsewhere. */
export const endKeptConnections = (server: FastifyInstance, leaving: AbortSignal): void => {
  server.addHook('onSend', (_request, reply, _payload, done) => {
    if (leaving.aborted) void reply.header('connection', 'close');
    done();
  });
  server.addHook('onResponse', (request, _reply, done) => {
    if (leaving.aborted) request.raw.socket.destroySoon();
    done();
  });
};
