import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { Answer, Answers, Calling, caughtUp, Problem, readable, Requires, SeenPosition, Takes, VIEWS, type Caller, type CaughtUp } from '@onmaru/service-kit';
import { CaseStreams } from '../case/case-streams.adapter.js';
import { asOf, type Moment } from './as-of.js';
import { CaseAnswerBody } from './case-answer.dto.js';
import type { CaseAnswer } from './case-answer.js';
import { CaseAnswers, rowOf } from './case-answers.adapter.js';
import { A_MOMENT, CaseMoment } from './case-moment.dto.js';
import { CaseDetailsQuery } from './case-details.query.js';
import { momentOf } from './moment.js';

@Controller('cases')
export class CaseDetailsHttp {
  constructor(
    private readonly details: CaseDetailsQuery,
    private readonly streams: CaseStreams,
    private readonly answers: CaseAnswers,
    @Inject(VIEWS) private readonly views: CaughtUp,
  ) {}

  @Get(':id')
  @Requires('case:read')
  @Takes({ query: CaseMoment })
  @Answers(200, CaseAnswerBody)
  async read(@Param('id') id: string, @Query() { asOf: at }: CaseMoment, @Calling() caller: Caller, @SeenPosition() seen: number) {
    const moment = readable('/query/asOf', () => momentOf(at), A_MOMENT);
    return moment === null ? this.present(id, caller, seen) : this.past(id, moment, caller);
  }

  private async present(id: string, caller: Caller, seen: number): Promise<Answer<CaseAnswer>> {
    await caughtUp(this.views, seen);
    // What was opened a moment ago may not be in the view yet; its stream tells.
    const row = (await this.details.byId(caller.tenant, id)) ?? rowOf(await this.streams.history(caller.tenant, id));
    if (!isFor(caller, row)) throw new Problem('case-not-found');
    const [answer] = await this.answers.ofRows(caller, [row]);
    return new Answer(answer as CaseAnswer, row);
  }

  private async past(id: string, moment: Moment, caller: Caller): Promise<Answer<CaseAnswer>> {
    const history = asOf(await this.streams.history(caller.tenant, id), moment);
    const answer = await this.answers.past(caller, history);
    if (!isFor(caller, answer)) throw new Problem('case-not-found');
    return new Answer(answer, { revision: answer.revision, position: history.at(-1)?.position ?? 0 });
  }
}

const isFor = ({ role, actor }: Caller, { customerId }: { customerId: string | null }): boolean => role !== 'customer' || customerId === actor.id;
