import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';

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

/** Unpacks {@link Answer}s into body and headers. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      map((result: unknown) => {
        if (!(result instanceof Answer)) return result;
        const reply = context.switchToHttp().getResponse<FastifyReply>();
        void reply.headers({ etag: `"${result.standing.revision}"`, 'onmaru-position': String(result.standing.position) });
        if (result.location !== undefined) void reply.header('location', result.location);
        return result.body as unknown;
      }),
    );
  }
}
