import { Controller, Get, Param, Query } from '@nestjs/common';
import { Answer, Answers, Calling, Problem, ReadsViews, Requires, Takes, type Caller } from '@onmaru/service-kit';
import { queueAnswer } from './queue-answer.js';
import { QueueBody, QueuesBody, QueuesFilters } from './queues.dto.js';
import { QueuesQuery } from './queues.query.js';

@Controller('queues')
export class QueuesHttp {
  constructor(private readonly queues: QueuesQuery) {}

  @Get()
  @Requires('queue:read')
  @ReadsViews()
  @Takes({ query: QueuesFilters })
  @Answers(200, QueuesBody)
  async list(@Query() filters: QueuesFilters, @Calling() { tenant }: Caller) {
    const { items, nextCursor } = await this.queues.page(tenant, filters);
    return { items: items.map(queueAnswer), nextCursor };
  }

  @Get(':id')
  @Requires('queue:read')
  @ReadsViews()
  @Answers(200, QueueBody)
  async one(@Param('id') id: string, @Calling() { tenant }: Caller) {
    const record = await this.queues.one(tenant, id);
    if (!record) throw new Problem('queue-not-found');
    return new Answer(queueAnswer(record), record);
  }
}
