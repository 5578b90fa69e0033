import { randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Edge } from './passed-headers.js';

/** What the edge says of a request to the service that answers it. */
export const edgeOf = ({ id, ip, host, protocol }: Pick<FastifyRequest, 'id' | 'ip' | 'host' | 'protocol'>): Edge => ({
  address: ip,
  host,
  protocol,
  requestId: id,
  traceparent: `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`,
});
