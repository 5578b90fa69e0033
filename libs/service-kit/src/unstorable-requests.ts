import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { invalid, type Words } from './problem.js';
import { unstorableAt } from './storable-text.js';

const DETAIL: Words = { en: 'holds U+0000, or half of a surrogate pair', ko: 'U+0000이나 짝이 없는 서로게이트 글자가 들어 있어요' };

/** Turns away, with the problem `invalid-request`, what could be neither stored nor looked for: in an address, and in a body of JSON. */
export const refuseUnstorableText = (server: Pick<FastifyInstance, 'addHook'>): void => {
  server.addHook('preHandler', (request, _reply, done) => {
    const pointer = unstorableIn(request);
    done(pointer === null ? undefined : invalid(pointer, DETAIL));
  });
};

const unstorableIn = ({ url, params, query, body }: FastifyRequest): string | null =>
  (url.includes('%00') ? (unstorableAt(params, '/path') ?? unstorableAt(query, '/query') ?? '/path') : null) ??
  (body instanceof Readable ? null : unstorableAt(body));
