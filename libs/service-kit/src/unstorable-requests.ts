import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { Problem } from './problem.js';
import { unstorableAt } from './storable-text.js';

const DETAIL = 'U+0000, or half of a surrogate pair';

/** Turns away, with the problem `invalid-request`, what could be neither stored nor looked for: in an address, and in a body of JSON. */
export const refuseUnstorableText = (server: Pick<FastifyInstance, 'addHook'>): void => {
  server.addHook('preHandler', (request, _reply, done) => {
    const inBody = request.body instanceof Readable ? null : unstorableAt(request.body);
    const pointer = request.url.includes('%00') ? '/url' : inBody;
    done(pointer === null ? undefined : new Problem('invalid-request', { errors: [{ pointer, detail: DETAIL }] }));
  });
};
