import type { Readable } from 'node:stream';
import { departureOf } from '@onmaru/hosting';
import { Problem } from '@onmaru/service-kit';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ServiceLines } from '../services/lines.adapter.js';
import { unavailable } from '../services/unavailable.adapter.js';
import { edgeOf } from './edge-of.adapter.js';
import { passedBack, passedOn } from './passed-headers.js';

/** Which service describes a request's path, and whose descriptions are still missing. */
export type Guide = { serviceOf(method: string, url: string): string | undefined; missing(): readonly string[] };

const SAFE = ['GET', 'HEAD', 'OPTIONS'] as const;
const WRITING = ['POST', 'PUT', 'PATCH', 'DELETE'] as const;

const BROKEN_OFF = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH']);

const isSafe = (method: string): boolean => (SAFE as readonly string[]).includes(method);

/** Passes whatever the gateway does not answer itself to the service that describes it, both ways as it comes. */
export const forwardRequests = (server: Pick<FastifyInstance, 'register' | 'errorHandler'>, guide: Guide, lines: ServiceLines): void => {
  void server.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, parsed) => parsed(null, payload));
    // What breaks off before anything of it has gone out can still be answered.
    scope.setErrorHandler((error: Error & { readonly code?: string }, request, reply) => {
      const brokenOff = BROKEN_OFF.has(error.code ?? '');
      // Asked for now: whoever answers errors may have come after this scope was made.
      server.errorHandler((brokenOff ? unavailable([guide.serviceOf(request.method, request.url) ?? ''], 1, error) : error) as FastifyError, request, reply);
    });
    const handler = (request: FastifyRequest, reply: FastifyReply) => forward(request, reply, guide, lines);
    scope.route({ method: [...SAFE], url: '/*', handler });
    // Whether a body is good is for the service to say.
    scope.route({ method: [...WRITING], url: '/*', schema: { body: {} }, handler });
    done();
  });
};

const forward = async (request: FastifyRequest, reply: FastifyReply, guide: Guide, lines: ServiceLines): Promise<FastifyReply> => {
  const { method, url } = request;
  const service = guide.serviceOf(method, url);
  if (service === undefined) throw guide.missing().length > 0 ? unavailable(guide.missing()) : new Problem('not-found');
  const sent = isSafe(method) ? undefined : (request.body as Readable | undefined);
  const { status, headers, body } = await lines.called(service).send({
    method,
    path: url,
    headers: passedOn(request.raw.rawHeaders, sent !== undefined, edgeOf(request)),
    body: sent,
    gone: departureOf(reply),
  });
  return reply.status(status).headers(passedBack(headers)).send(body);
};
