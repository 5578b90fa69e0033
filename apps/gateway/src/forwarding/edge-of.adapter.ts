import { chanceOf } from '@onmaru/event-sourcing';
import { traceparentIn } from '@onmaru/tracing';
import type { FastifyRequest } from 'fastify';
import type { Edge } from './passed-headers.js';

const spanId = chanceOf(8);

/** What the edge says of a request to the service that answers it. */
export const edgeOf = ({ id, ip, host, protocol, headers }: Pick<FastifyRequest, 'id' | 'ip' | 'host' | 'protocol' | 'headers'>): Edge => ({
  address: ip,
  host,
  protocol,
  traceparent: traceparentIn(headers['traceparent']) ?? `00-${id}-${spanId().toString('hex')}-01`,
});
