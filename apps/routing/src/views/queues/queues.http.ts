import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { Answer, Answers, Calling, caughtUp, Problem, Requires, SeenPosition, Takes, type Caller, type CaughtUp } from '@onmaru/service-kit';
import { ROUTING_VIEWS } from '../routing-views.adapter.js';
import { queueAnswer } from './queue-answer.js';
import { QueueBody, QueuesBody, QueuesFilters } from './queues.dto.js';
import { QueuesQuery } from './queues.query.js';

@Controller('queues')
export class QueuesHttp {
  constructor(
    private readonly queues: QueuesQuery,
    @Inject(ROUTING_VIEWS) private readonly views: CaughtUp,
  ) {}

  @Get()
  @Requires('queue:read')
  @Takes({ query: QueuesFilters })
  @Answers(200, QueuesBody)
  async list(@Query() filters: QueuesFilters, @Calling() { tenant }: Caller, @SeenPosition() seen: number) {
    await caughtUp(this.views, seen);
    const { items, nextCursor } = await this.queues.page(tenant, filters);
    return { items: items.map(queueAnswer), nextCursor };
  }

  @Get(':id')
  @Requires('queue:read')
  @Answers(200, QueueBody)
  async one(@Param('id') id: string, @Calling() { tenant }: Caller, @SeenPosition() seen: number) {
    await caughtUp(this.views, seen);
    const record = await this.queues.one(tenant, id);
    if (!record) throw new Problem('queue-not-found');
    return new Answer(queueAnswer(record), record);
  }
}
