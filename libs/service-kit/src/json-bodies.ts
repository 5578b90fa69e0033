import type { FastifyInstance } from 'fastify';

/** Reads JSON as Fastify does, and takes an empty body for none: many programs say `application/json` whether or not they send anything. */
export const readJsonBodies = (server: Pick<FastifyInstance, 'addContentTypeParser' | 'getDefaultJsonParser' | 'removeContentTypeParser'>): void => {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeContentTypeParser('application/json');
  server.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else void parse(request, body, done);
  });
};
