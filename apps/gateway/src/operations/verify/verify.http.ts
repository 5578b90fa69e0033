import { Controller, Get, Query } from '@nestjs/common';
import { VerdictBody, VerifyQuery } from '@onmaru/hosting';
import { Answers, Requires, Takes } from '@onmaru/service-kit';
import { AskingFor, type InTheirName } from '../../services/asking.adapter.js';
import { Services, type Question } from '../../services/services.adapter.js';
import { mergedVerdict } from './merged-verdict.js';

@Controller('operations/verify')
export class VerifyHttp {
  constructor(private readonly services: Services) {}

  @Get()
  @Requires('operations:verify')
  @Takes({ query: VerifyQuery })
  @Answers(200, VerdictBody, 'The invariants that the log and the views can show, of every tenant where the platform asks')
  async verify(@Query() { part }: VerifyQuery, @AskingFor() asking: InTheirName): Promise<ReturnType<typeof mergedVerdict>> {
    const about = (wanted: 'log' | 'views', services: readonly string[]): readonly Question[] =>
      part === undefined || part === wanted ? services.map((service) => ({ service, path: `/api/v1/operations/verify?part=${wanted}`, patient: true })) : [];
    // The log is the same for all of them.
    const told = await this.services.ask<VerdictBody>([...about('log', this.services.names.slice(0, 1)), ...about('views', this.services.names)], asking);
    return mergedVerdict(told.map(({ body }) => body));
  }
}
