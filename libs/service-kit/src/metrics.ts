import { Histogram, type Registry } from 'prom-client';
import type { FastifyInstance } from 'fastify';

/** Counts and times every answer by method, route pattern and status. */
export const measureRequests = (server: FastifyInstance, registry: Registry): void => {
  const labelNames = ['method', 'route', 'status'] as const;
  const seconds = new Histogram({
    name: 'onmaru_http_request_seconds',
    help: 'Time to answer, in seconds',
    labelNames,
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3],
    registers: [registry],
  });
  server.addHook('onResponse', (request, reply, done) => {
    seconds.observe({ method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode }, reply.elapsedTime / 1000);
    done();
  });
};
