import { applyDecorators, createParamDecorator, Inject, Injectable, UseInterceptors } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { documentedHeaders } from './documented-headers.js';
import { invalid, Problem, type Words } from './problem.js';

const A_POSITION: Words = { en: 'must be a position of the log', ko: '로그의 위치여야 해요' };
const HEADER = { name: 'Onmaru-Position', description: 'A position that the answer must have reached, as a write answered it', schema: { type: 'integer', minimum: 0 } } as const;

/** How long a read waits for its view, in milliseconds. */
export const VIEW_PATIENCE = 2000;

/** A view, or several, that can be waited for. */
export interface CaughtUp {
  waitFor(position: number, timeoutMs: number): Promise<boolean>;
}

/** A service's own views, and what it hears from other contexts, as far as readers wait for them: a {@link CaughtUp} each. */
export const VIEWS = Symbol('Views');
export const NEWS = Symbol('News');

const seenBy = (context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['onmaru-position'];
  if (header === undefined) return 0;
  if (!/^\d{1,15}$/.test(String(header))) throw invalid('/headers/onmaru-position', A_POSITION);
  return Number(header);
};

/** Parameter of a route that reads: the position that the caller has seen, from `Onmaru-Position`; 0 when it says none. */
export const SeenPosition = createParamDecorator((_: unknown, context: ExecutionContext): number => seenBy(context), [documentedHeaders(HEADER)]);

/** Waits until `views` have got to `position`, so that callers always see their own writes; else the problem `view-behind`. */
export const caughtUp = async (views: CaughtUp, position: number): Promise<void> => {
  if (position > 0 && !(await views.waitFor(position, VIEW_PATIENCE))) {
    throw new Problem('view-behind', { position }, { 'retry-after': '1' });
  }
};

/** A route that answers from what its service has made of the log, its views unless it is said: it waits for that, so that callers always see their own writes. */
export const ReadsViews = (...awaited: readonly symbol[]) => {
  @Injectable()
  class OwnWrites implements NestInterceptor {
    constructor(@Inject(ModuleRef) private readonly module: ModuleRef) {}

    async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
      const seen = seenBy(context);
      const waitFor = awaited.length > 0 ? awaited : [VIEWS];
      await Promise.all(waitFor.map((token) => caughtUp(this.module.get<CaughtUp>(token), seen)));
      return next.handle();
    }
  }
  return applyDecorators(UseInterceptors(OwnWrites), ApiHeader({ ...HEADER, required: false }));
};
