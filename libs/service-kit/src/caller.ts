import type { Actor } from '@onmaru/event-sourcing';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Role } from './permissions.js';

/** Who is asking: proved by the token, never by anything else in the request. */
export type Caller = { readonly tenant: string; readonly actor: Actor; readonly role: Role };

/** What the access guard leaves on a request that it let through. */
export type CalledRequest = FastifyRequest & { caller?: Caller };

/** Parameter of a route: its caller. Only behind `@Requires`. */
export const Calling = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<CalledRequest>();
  if (!caller) throw new Error('This route is public: it has no caller');
  return caller;
});
