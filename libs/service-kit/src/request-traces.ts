import type { IncomingMessage } from 'node:http';
import { chanceOf } from '@onmaru/event-sourcing';
import { traceIdOf, traceparentIn, type Tracing } from '@onmaru/tracing';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const chance = chanceOf(16);

/** The id of a request: that of the trace that its caller is in, else a new one. What says no place in a trace is no longer heard. */
export const requestId = ({ headers }: Pick<IncomingMessage, 'headers'>): string => {
  const given = traceparentIn(headers['traceparent']);
  if (given !== undefined) return traceIdOf(given);
  delete headers['traceparent'];
  return chance().toString('hex');
};

/** By its pattern: addresses hold ids, and queries what people wrote. What is passed on as it comes has none. */
const routeOf = ({ routeOptions: { url } }: FastifyRequest): string | undefined => (url === undefined || url.endsWith('*') ? undefined : url);

/**
 * Tells of every request of the API as a piece of work in its trace, from where on it is in that. `begins`: one that is
 * in none begins one; else it is none of anybody's acts, and is not told of.
 */
export const traceRequests = (server: Pick<FastifyInstance, 'addHook'>, tracing: Tracing, begins: boolean): void => {
  server.addHook('onRequest', (request, reply, done) => {
    const { headers, method } = request;
    const parent = traceparentIn(headers['traceparent']);
    if (!request.url.startsWith('/api/v1/') || (parent === undefined && !begins)) return done();
    const route = routeOf(request);
    const attributes = { 'http.request.method': method, ...(route !== undefined && { 'http.route': route }) };
    const span = tracing.begin(route === undefined ? method : `${method} ${route}`, { kind: 'server', parent, fromOutside: begins, attributes });
    headers['traceparent'] = span.traceparent;
    request.id = traceIdOf(span.traceparent);
    reply.raw.once('close', () => {
      const { statusCode: status } = reply;
      if (reply.raw.writableFinished) span.note({ 'http.response.status_code': status });
      span.end(reply.raw.writableFinished && status >= 500 ? String(status) : undefined);
    });
    done();
  });
};
