import { Controller, Get, Inject, Res } from '@nestjs/common';
import { Public } from '@onmaru/service-kit';
import type { FastifyReply } from 'fastify';
import { Registry } from 'prom-client';

/** Whether everything that is hosted here can serve, and what it still waits for. */
export interface Readiness {
  waitingFor(): Promise<readonly string[]>;
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
  async ready(@Res() reply: FastifyReply) {
    const waitingFor = await this.readiness.waitingFor();
    return reply.status(waitingFor.length === 0 ? 200 : 503).send({ ready: waitingFor.length === 0, waitingFor });
  }

  @Get('metrics')
  @Public()
  async metrics(@Res() reply: FastifyReply) {
    return reply.type(this.registry.contentType).send(await this.registry.metrics());
  }
}
