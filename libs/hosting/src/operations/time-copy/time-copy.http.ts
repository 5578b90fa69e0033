import { Body, Controller, Inject, Post } from '@nestjs/common';
import { Answers, Calling, PLATFORM, Problem, Requires, Takes, type Caller } from '@onmaru/service-kit';
import type { OperationsPorts } from '../operations-ports.adapter.js';
import { TimeCopyBody, TimedCopyBody } from './time-copy.dto.js';

export const TIME_COPY = Symbol('the time of a COPY');

@Controller('operations/time-copy')
export class TimeCopyHttp {
  constructor(@Inject(TIME_COPY) private readonly timeCopy: OperationsPorts['timeCopy']) {}

  @Post()
  @Requires('operations:measure')
  @Takes({ body: TimeCopyBody })
  @Answers(200, TimedCopyBody, "How long PostgreSQL's COPY takes for these events, into an empty table like the log's with all its indexes")
  async time(@Body() { after, upTo }: TimeCopyBody, @Calling() { tenant }: Caller) {
    if (tenant !== PLATFORM) throw new Problem('platform-only');
    const timed = await this.timeCopy(after, upTo);
    if (timed === null) throw new Problem('copy-not-allowed');
    return timed;
  }
}
