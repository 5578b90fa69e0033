import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import type { Position } from '@onmaru/event-sourcing';
import { Public, Takes } from '@onmaru/service-kit';
import type { FastifyReply } from 'fastify';
import { Registry } from 'prom-client';
import { ReadinessQuery } from './health.dto.js';

/** Whether everything that is hosted here can serve, and has seen the log up to a position; and what it still waits for. */
export interface Readiness {
  waitingFor(position: Position): Promise<readonly string[]>;
}

export const READINESS = Symbol('Readiness');

@Controller()
export class HealthHttp {
  constructor(
    @Inject(READINESS) private readonly readiness: Readiness,
    private readonly registry: Registry,
  ) {}

  @Get('livez')
  @Public()
  live() {
    return { alive: true };
  }

  @Get('readyz')
  @Public()
  @Takes({ query: ReadinessQuery })
  async ready(@Query() { position = 0 }: ReadinessQuery, @Res() reply: FastifyReply) {
    const waitingFor = await this.readiness.waitingFor(position);
    return reply.status(waitingFor.length === 0 ? 200 : 503).send({ ready: waitingFor.length === 0, waitingFor });
  }

  @Get('metrics')
  @Public()
  async metrics(@Res() reply: FastifyReply) {
    return reply.type(this.registry.contentType).send(await this.registry.metrics());
  }
}
