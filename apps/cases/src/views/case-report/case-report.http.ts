import { Readable } from 'node:stream';
import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { Answers, AnswersLines, Calling, caughtUp, may, Problem, readable, Requires, SeenPosition, Takes, VIEWS, type Caller, type CaughtUp } from '@onmaru/service-kit';
import type { FastifyReply } from 'fastify';
import { momentOf } from '../../case-details/moment.js';
import { A_MOMENT, CaseMoment } from '../../case-details/case-moment.dto.js';
import { CaseArchiveQuery, hashOfCases } from './case-archive.query.js';
import { CaseExportQuery, CaseReportBody } from './case-report.dto.js';
import { caseReport } from './case-report.js';

@Controller('cases')
export class CaseReportHttp {
  constructor(
    private readonly archive: CaseArchiveQuery,
    @Inject(VIEWS) private readonly views: CaughtUp,
  ) {}

  @Get('report')
  @Requires('report:read')
  @Takes({ query: CaseMoment })
  @Answers(200, CaseReportBody)
  async report(@Query() { asOf }: CaseMoment, @Calling() { tenant }: Caller, @SeenPosition() seen: number) {
    await caughtUp(this.views, Math.max(seen, await this.archive.head()));
    const cases = await Array.fromAsync(this.archive.cases(tenant, readable('/query/asOf', () => momentOf(asOf), A_MOMENT), false));
    return { ...caseReport(cases), hash: hashOfCases(cases) };
  }

  @Get('export')
  @Requires('report:export')
  @Takes({ query: CaseExportQuery })
  @AnswersLines(200, ['application/x-ndjson'], 'NDJSON: a case a line')
  async export(@Query() { asOf, personal }: CaseExportQuery, @Calling() caller: Caller, @SeenPosition() seen: number, @Res() reply: FastifyReply) {
    if (personal === 'true' && !may(caller.role, 'report:export-personal')) throw new Problem('not-permitted', { permission: 'report:export-personal' });
    await caughtUp(this.views, Math.max(seen, await this.archive.head()));
    const cases = this.archive.cases(caller.tenant, readable('/query/asOf', () => momentOf(asOf), A_MOMENT), personal === 'true');
    return reply.type('application/x-ndjson').send(Readable.from(lines(cases)));
  }
}

async function* lines(cases: AsyncIterable<object>): AsyncIterable<string> {
  for await (const one of cases) yield `${JSON.stringify(one)}\n`;
}
