import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { departureOf } from '@onmaru/hosting';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { edgeOf } from '../forwarding/edge-of.adapter.js';
import { passedOn, type RawHeaders } from '../forwarding/passed-headers.js';

/** How services are asked in the name of who calls the gateway. */
export type InTheirName = { readonly headers: RawHeaders; readonly gone: AbortSignal };

/** What says who calls, where, and in which language they are answered. */
const KEPT = new Set(['authorization', 'onmaru-tenant', 'accept-language', 'onmaru-position', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto']);

/** Parameter of a route: how to ask services in its caller's name. */
export const AskingFor = createParamDecorator((_: unknown, context: ExecutionContext): InTheirName => {
  const [request, reply] = [context.switchToHttp().getRequest<FastifyRequest>(), context.switchToHttp().getResponse<FastifyReply>()];
  const raw = request.raw.rawHeaders;
  const kept = raw.filter((_text, at) => KEPT.has((raw[at - (at % 2)] as string).toLowerCase()));
  return { headers: passedOn(kept, true, edgeOf(request)), gone: departureOf(reply) };
});
