import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { documentedHeaders } from './documented-headers.js';
import { invalid, Problem, type Words } from './problem.js';

const A_POSITION: Words = { en: 'must be a position of the log', ko: '로그의 위치여야 해요' };

/** How long a read waits for its view, in milliseconds. */
export const VIEW_PATIENCE = 2000;

/** A view, or several, that can be waited for. */
export interface CaughtUp {
  waitFor(position: number, timeoutMs: number): Promise<boolean>;
}

/** Parameter of a route that reads: the position that the caller has seen, from `Onmaru-Position`; 0 when it says none. */
export const SeenPosition = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['onmaru-position'];
  if (header === undefined) return 0;
  if (!/^\d{1,15}$/.test(String(header))) {
    throw invalid('/headers/onmaru-position', A_POSITION);
  }
  return Number(header);
}, [documentedHeaders({ name: 'Onmaru-Position', description: 'A position that the answer must have reached, as a write answered it', schema: { type: 'integer', minimum: 0 } })]);

/** Waits until `views` have got to `position`, so that callers always see their own writes; else the problem `view-behind`. */
export const caughtUp = async (views: CaughtUp, position: number): Promise<void> => {
  if (position > 0 && !(await views.waitFor(position, VIEW_PATIENCE))) {
    throw new Problem('view-behind', { position }, { 'retry-after': '1' });
  }
};
