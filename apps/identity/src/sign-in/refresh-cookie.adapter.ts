import { Problem } from '@onmaru/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_LENGTH } from './sessions.adapter.js';

const COOKIE = 'onmaru_refresh';
const PATH = '/api/v1/auth';

type WithCookies = FastifyRequest & { readonly cookies: Readonly<Record<string, string | undefined>> };
type Options = { readonly path: string; readonly httpOnly: true; readonly sameSite: 'strict'; readonly secure: boolean; readonly maxAge?: number };
type Cookies = FastifyReply & { setCookie(name: string, value: string, options: Options): void; clearCookie(name: string, options: Options): void };

/** The refresh token where scripts of a page cannot reach it. */
export class RefreshCookie {
  constructor(private readonly alwaysSecure: boolean) {}

  /** The problem `cross-site-request` when another site's page sent the cookie. */
  read(request: FastifyRequest): string | undefined {
    const token = (request as WithCookies).cookies[COOKIE];
    const site = request.headers['sec-fetch-site'];
    if (token !== undefined && site !== undefined && site !== 'same-origin' && site !== 'none') throw new Problem('cross-site-request');
    return token;
  }

  give(request: FastifyRequest, reply: FastifyReply, token: string): void {
    (reply as Cookies).setCookie(COOKIE, token, { ...this.options(request), maxAge: SESSION_LENGTH / 1000 });
  }

  take(request: FastifyRequest, reply: FastifyReply): void {
    (reply as Cookies).clearCookie(COOKIE, this.options(request));
  }

  private options(request: FastifyRequest): Options {
    return { path: PATH, httpOnly: true, sameSite: 'strict', secure: this.alwaysSecure || request.protocol === 'https' };
  }
}
