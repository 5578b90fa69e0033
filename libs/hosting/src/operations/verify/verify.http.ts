import { Controller, Get, Query, Res } from '@nestjs/common';
import { Answers, Calling, PLATFORM, Requires, Takes, type Caller } from '@onmaru/service-kit';
import type { FastifyReply } from 'fastify';
import { departureOf } from '../departure.adapter.js';
import { scopeOf } from '../scope.js';
import { Verification } from './verification.adapter.js';
import { VerdictBody, VerifyQuery } from './verify.dto.js';

@Controller('operations/verify')
export class VerifyHttp {
  constructor(private readonly verification: Verification) {}

  @Get()
  @Requires('operations:verify')
  @Takes({ query: VerifyQuery })
  @Answers(200, VerdictBody, 'The invariants that the log and the views can show, of every tenant where the platform asks')
  verify(@Query() { part }: VerifyQuery, @Calling() { tenant }: Caller, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.verification.verify({ tenant: scopeOf(tenant, PLATFORM), ...(part && { part }), stop: departureOf(reply) });
  }
}
