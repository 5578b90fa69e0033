import { chanceOf } from '@onmaru/event-sourcing';
import type { FastifyRequest } from 'fastify';
import type { Edge } from './passed-headers.js';

const traceId = chanceOf(16);
const spanId = chanceOf(8);

/** What the edge says of a request to the service that answers it. */
export const edgeOf = ({ id, ip, host, protocol }: Pick<FastifyRequest, 'id' | 'ip' | 'host' | 'protocol'>): Edge => ({
  address: ip,
  host,
  protocol,
  requestId: id,
  newTrace: () => `00-${traceId().toString('hex')}-${spanId().toString('hex')}-01`,
});
