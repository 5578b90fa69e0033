import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { AGENT_CAPACITY_SET_V1, AGENT_PRESENCE_SET_V1 } from '@onmaru/contracts';
import { groupTransport, type Message } from '@onmaru/messaging';
import { HandingOut } from '../../work/handing-out.adapter.js';

const ROUTING = groupTransport('routing');

/** Whoever is there again, or can have more, may be given what waits. */
@Controller()
export class HandOutWorkConsumer {
  constructor(private readonly handing: HandingOut) {}

  @EventPattern([AGENT_PRESENCE_SET_V1, AGENT_CAPACITY_SET_V1], ROUTING)
  settle(@Payload() { tenant, traceparent }: Message): void {
    this.handing.soon(tenant, traceparent);
  }
}
