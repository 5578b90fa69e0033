import { Body, Controller, Post } from '@nestjs/common';
import { Answer, Answers, Asking, done, IdempotencyKeys, Requires, Takes, type CommandContext } from '@onmaru/service-kit';
import { queueAnswer } from '../../views/queues/queue-answer.js';
import { QueueBody } from '../../views/queues/queues.dto.js';
import { queueId } from '../queue-id.adapter.js';
import { QueueStreams } from '../queue-streams.adapter.js';
import { OpenQueueBody } from './open-queue.dto.js';
import { openQueue } from './open-queue.js';

@Controller('queues')
export class OpenQueueHttp {
  constructor(
    private readonly queues: QueueStreams,
    private readonly keys: IdempotencyKeys,
  ) {}

  @Post()
  @Requires('queue:open')
  @Takes({ body: OpenQueueBody })
  @Answers(201, QueueBody)
  async open(@Body() body: OpenQueueBody, @Asking() asking: CommandContext) {
    const name = body.name.trim();
    await this.keys.bind(asking);
    const id = queueId(asking.tenant, name);
    const opened = done(await this.queues.handle(asking, id, (current, at) => openQueue({ at, data: { name } }, current)));
    return new Answer(queueAnswer(opened.history), opened, `/api/v1/queues/${id}`);
  }
}
