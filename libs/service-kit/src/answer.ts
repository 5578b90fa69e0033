import type { FastifyInstance } from 'fastify';

/** Where in the log and in its stream an answer stands. */
export type Standing = { readonly revision: number; readonly position: number };

/** A route's answer with its standing, which becomes `ETag` and `Onmaru-Position`, and `Location` for what was created. */
export class Answer<T> {
  constructor(
    readonly body: T,
    readonly standing: Standing,
    readonly location?: string,
  ) {}
}

/** Unpacks {@link Answer}s into body and headers, on their way out: an interceptor would make an observable of every answer. */
export const unpackAnswers = (server: Pick<FastifyInstance, 'addHook'>): void => {
  server.addHook('preSerialization', (_request, reply, payload, done) => {
    if (!(payload instanceof Answer)) return done(null, payload);
    const { body, standing, location } = payload as Answer<unknown>;
    void reply.header('etag', `"${standing.revision}"`).header('onmaru-position', String(standing.position));
    if (location !== undefined) void reply.header('location', location);
    done(null, body);
  });
};
