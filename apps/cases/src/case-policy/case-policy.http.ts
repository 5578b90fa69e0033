import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Answer, Answers, Asking, Calling, done, Requires, Takes, type Caller, type CommandContext, type Done } from '@onmaru/service-kit';
import { folded } from '@onmaru/event-sourcing';
import { instant } from '@onmaru/time';
import { casePolicyAnswers } from './case-policy-answer.js';
import { CasePolicyBook } from './case-policy-book.adapter.js';
import { CasePolicyStreams } from './case-policy-streams.adapter.js';
import { casePolicies, type CasePolicies } from './case-policy.js';
import { CasePoliciesBody, CasePolicyBody, CasePolicyVersion, DraftCasePolicyBody } from './case-policy.dto.js';
import { draftCasePolicy } from './draft-case-policy/draft-case-policy.js';
import { publishCasePolicy } from './publish-case-policy/publish-case-policy.js';

@Controller('policies/case')
export class CasePolicyHttp {
  constructor(
    private readonly book: CasePolicyBook,
    private readonly streams: CasePolicyStreams,
  ) {}

  @Get()
  @Requires('policy:read')
  @Answers(200, CasePoliciesBody)
  async list(@Calling() { tenant }: Caller) {
    return { items: casePolicyAnswers(await this.book.latest(tenant), this.streams.now()) };
  }

  @Post()
  @Requires('policy:draft')
  @Takes({ body: DraftCasePolicyBody })
  @Answers(201, CasePolicyBody)
  async draft(@Body() { matrix, reopenWindowHours, effectiveFrom }: DraftCasePolicyBody, @Asking() asking: CommandContext) {
    const data = { matrix, reopenWindowHours, effectiveFrom: effectiveFrom === undefined ? null : instant(effectiveFrom) };
    const drafted = done(await this.streams.handle(asking, asking.tenant, (policies, at) => draftCasePolicy({ at, data }, policies), asking.expected));
    return this.answer(drafted, policiesIn(drafted).length);
  }

  @Post(':version/publish')
  @Requires('policy:publish')
  @Takes({ path: CasePolicyVersion })
  @Answers(200, CasePolicyBody)
  async publish(@Param() { version }: CasePolicyVersion, @Asking() asking: CommandContext) {
    try {
      const published = await this.streams.handle(asking, asking.tenant, (policies, at) => publishCasePolicy({ at, data: { version } }, policies), asking.expected);
      return this.answer(done(published), version);
    } finally {
      this.book.changed(asking.tenant);
    }
  }

  private answer(done: Done, version: number) {
    const answers = casePolicyAnswers(policiesIn(done), this.streams.now());
    return new Answer(answers.find((policy) => policy.version === version), done);
  }
}

const policiesIn = ({ history }: Done): CasePolicies => folded(casePolicies, history);
