import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { Answers, Public, Takes } from '@onmaru/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RefreshCookie } from './refresh-cookie.adapter.js';
import { SessionTokens, type Tokens } from './session-tokens.adapter.js';
import { SignIn } from './sign-in.adapter.js';
import { RefreshBody, SignInBody, TokensBody } from './sign-in.dto.js';

@Controller('auth')
export class SignInHttp {
  constructor(
    private readonly signIn: SignIn,
    private readonly tokens: SessionTokens,
    private readonly cookie: RefreshCookie,
  ) {}

  @Post('sign-in')
  @Public()
  @Takes({ body: SignInBody })
  @Answers(200, TokensBody)
  async in(@Body() body: SignInBody, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const tokens = await this.signIn.withPassword(body.email, body.password, request.ip);
    return body.cookie ? this.withCookie(tokens, request, reply) : tokens;
  }

  @Post('refresh')
  @Public()
  @Takes({ body: RefreshBody })
  @Answers(200, TokensBody)
  async refresh(@Body() { refreshToken }: RefreshBody, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    if (refreshToken !== undefined) return this.tokens.again(refreshToken, 'body');
    return this.withCookie(await this.tokens.again(this.cookie.read(request), 'cookie'), request, reply);
  }

  /** Takes the refresh token, the cookie, or the access token, and a body only where it holds the first. */
  @Post('sign-out')
  @Public()
  @Takes({ body: RefreshBody, bodyIs: 'optional' })
  @Answers(204)
  async out(@Body() body: RefreshBody | undefined, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const accessToken = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    await this.tokens.end(body?.refreshToken ?? this.cookie.read(request), accessToken);
    this.cookie.take(request, reply);
  }

  private withCookie({ refreshToken, ...tokens }: Tokens, request: FastifyRequest, reply: FastifyReply) {
    this.cookie.give(request, reply, refreshToken);
    return tokens;
  }
}
