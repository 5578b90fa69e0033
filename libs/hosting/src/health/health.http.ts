import { Controller, Get, Inject, Optional, Query, Res } from '@nestjs/common';
import type { Position } from '@onmaru/event-sourcing';
import { Public, Takes } from '@onmaru/service-kit';
import type { FastifyReply } from 'fastify';
import { Registry } from 'prom-client';
import { ReadinessQuery } from './health.dto.js';
import { LIVENESS, type Liveness } from './liveness.js';

/** Whether everything that is hosted here can serve, and has seen the log up to a position; and what it still waits for. `alone`: where it stands before others, whether it can without them. */
export interface Readiness {
  waitingFor(position: Position, alone: boolean): Promise<readonly string[]>;
}

export const READINESS = Symbol('Readiness');

@Controller()
export class HealthHttp {
  constructor(
    @Inject(READINESS) private readonly readiness: Readiness,
    private readonly registry: Registry,
    @Optional() @Inject(LIVENESS) private readonly liveness: Liveness = { stalled: () => [] },
  ) {}

  @Get('livez')
  @Public()
  live(@Res() reply: FastifyReply) {
    const stalled = this.liveness.stalled();
    return reply.status(stalled.length === 0 ? 200 : 503).send({ alive: stalled.length === 0, stalled });
  }

  @Get('readyz')
  @Public()
  @Takes({ query: ReadinessQuery })
  async ready(@Query() { position = 0, alone }: ReadinessQuery, @Res() reply: FastifyReply) {
    const waitingFor = await this.readiness.waitingFor(position, alone === 'true');
    return reply.status(waitingFor.length === 0 ? 200 : 503).send({ ready: waitingFor.length === 0, waitingFor });
  }

  @Get('metrics')
  @Public()
  async metrics(@Res() reply: FastifyReply) {
    return reply.type(this.registry.contentType).send(await this.registry.metrics());
  }
}
