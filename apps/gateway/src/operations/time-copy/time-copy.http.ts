import { Body, Controller, Post } from '@nestjs/common';
import { TimeCopyBody, TimedCopyBody } from '@onmaru/hosting';
import { Answers, Problem, Requires, Takes } from '@onmaru/service-kit';
import { AskingFor, type InTheirName } from '../../services/asking.adapter.js';
import { Services } from '../../services/services.adapter.js';
import { unavailable } from '../../services/unavailable.adapter.js';

@Controller('operations/time-copy')
export class TimeCopyHttp {
  constructor(private readonly services: Services) {}

  @Post()
  @Requires('operations:measure')
  @Takes({ body: TimeCopyBody })
  @Answers(200, TimedCopyBody, "How long PostgreSQL's COPY takes for these events, into an empty table like the log's with all its indexes")
  async time(@Body() post: TimeCopyBody, @AskingFor() asking: InTheirName) {
    // Any service can tell; the first that is there does.
    for (const service of this.services.names) {
      const { told, away } = await this.services.askWhoIsThere<TimedCopyBody>([{ service, path: '/api/v1/operations/time-copy', post, patient: true }], asking);
      if (asking.gone.aborted) throw new Problem('caller-gone');
      if (away.length === 0) return told[0]?.body;
    }
    throw unavailable(this.services.names);
  }
}
