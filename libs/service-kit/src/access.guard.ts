import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Caller, CalledRequest } from './caller.js';
import { permits } from './permissions.js';
import { Problem } from './problem.js';
import { ACCESS, type Access } from './requires.js';

/**
 * Tells who a bearer token speaks for; null when it is not, or no longer, good. Who runs the platform may ask to act
 * in a `tenant`; anybody else may name their own alone.
 *
 * @port
 */
export interface TokenVerifier {
  verify(token: string, tenant?: string): Promise<Caller | null>;
}

export const TOKEN_VERIFIER = Symbol('TokenVerifier');

/** Lets a request through when its route is public, or its caller has the permission that the route names. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(TOKEN_VERIFIER) private readonly tokens: TokenVerifier,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    if (!access) throw new Problem('route-without-permission');
    if ('public' in access) return true;
    const request = context.switchToHttp().getRequest<CalledRequest>();
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    const tenant = request.headers['onmaru-tenant'];
    const caller = token ? await this.tokens.verify(token, typeof tenant === 'string' ? tenant : undefined) : null;
    if (!caller) throw new Problem('not-signed-in');
    if (!permits(caller, access.permission)) throw new Problem('not-permitted', { permission: access.permission });
    request.caller = caller;
    return true;
  }
}
