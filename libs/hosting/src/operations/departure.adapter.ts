import { Problem } from '@onmaru/service-kit';
import type { FastifyReply } from 'fastify';

/** Aborts when the caller goes away before the answer is complete. */
export const departureOf = ({ raw }: FastifyReply): AbortSignal => {
  const gone = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) gone.abort(new Problem('caller-gone'));
  });
  return gone.signal;
};
