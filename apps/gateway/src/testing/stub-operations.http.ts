import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { RedriveBody, RedrivenBody, StartRebuildsBody, RebuildBody, ScratchBody, TimeCopyBody, TimedCopyBody, VerdictBody, VerifyQuery, ViewStandingBody } from '@onmaru/hosting';
import { Answers, AnswersLines, Calling, Problem, Requires, Takes, type Caller } from '@onmaru/service-kit';
import type { FastifyReply } from 'fastify';

/** What a stub of the operations routes has, and was asked. */
export class Operated {
  readonly asked: string[] = [];
  ok = true;
  /** What its scratch does before it ends. */
  pause = async (): Promise<void> => undefined;

  constructor(
    readonly service: string,
    readonly views: readonly string[],
  ) {}
}

const rebuild = (view: string, state: RebuildBody['state'] = 'running'): RebuildBody => ({ view, state, compareOnly: false, position: 1, head: 2, eventsPerSecond: 3, startedAt: '2026-03-01T09:00:00.000Z' });

@Controller('operations')
export class StubOperations {
  constructor(private readonly here: Operated) {}

  @Get('views') @Requires('operations:read') @Answers(200, ViewStandingBody)
  list(@Calling() { tenant }: Caller) {
    return this.here.views.map((view) => ({ view, position: 7, head: 9, parked: [{ tenant, stream: 'case-1', position: 3, reason: 'x', parkedAt: '2026-03-01T09:00:00.000Z' }] }));
  }

  @Post('views/:view/redrive') @Requires('operations:redrive') @Takes({ body: RedriveBody }) @Answers(200, RedrivenBody)
  redrive(@Param('view') view: string, @Body() { tenant, stream }: RedriveBody) {
    if (stream === 'case-9') throw new Problem('stream-not-parked', { view, stream });
    this.here.asked.push(`redrive ${view} ${tenant} ${stream}`);
    return { view, parked: null };
  }

  @Get('rebuilds') @Requires('operations:replay') @Answers(200, RebuildBody)
  rebuilds() {
    return this.here.views.map((view) => rebuild(view));
  }

  @Post('rebuilds') @Requires('operations:replay') @Takes({ body: StartRebuildsBody }) @Answers(202, RebuildBody)
  start(@Body() body: StartRebuildsBody) {
    this.here.asked.push(`rebuild ${JSON.stringify(body)}`);
    return (body.views ?? this.here.views).map((view) => rebuild(view));
  }

  @Post('rebuilds/:view/:verb') @Requires('operations:replay') @Answers(200, RebuildBody)
  change(@Param('view') view: string, @Param('verb') verb: string) {
    if (verb === 'cancel') throw new Problem('rebuild-ended', { view });
    return rebuild(view, verb === 'pause' ? 'paused' : 'running');
  }

  @Post('scratch') @Requires('operations:replay') @Takes({ body: ScratchBody }) @AnswersLines(200, ['application/x-ndjson'], '')
  scratch(@Body() body: ScratchBody, @Res() reply: FastifyReply) {
    this.here.asked.push(`scratch ${JSON.stringify(body)}`);
    reply.raw.writeHead(200, { 'content-type': 'application/x-ndjson' });
    reply.raw.write(`{"service":"${this.here.service}","position":1,"head":9}\n{"view":`);
    void this.here.pause().then(
      () => reply.raw.end(`"${this.here.views[0]}","rows":1,"hash":"x","parked":0}\n`),
      () => reply.raw.destroy(),
    );
    return reply.hijack();
  }

  @Get('verify') @Requires('operations:verify') @Takes({ query: VerifyQuery }) @Answers(200, VerdictBody)
  verify(@Query() { part }: VerifyQuery): VerdictBody {
    this.here.asked.push(`verify ${part}`);
    const check = (id: string, checked: number, ok = true) => ({ id, ok, checked, breaches: ok ? [] : [{ what: 'row-differs', view: this.here.views[0] as string }] });
    if (part === 'log') return { events: 9, streams: 4, ok: true, checks: [check('I2', 9), check('I4', 1), check('I9', 4)] };
    return { events: 0, streams: 0, ok: this.here.ok, checks: [check('I3', 5, this.here.ok), check('I8', 0), check('I9', 5)] };
  }

  @Post('time-copy') @Requires('operations:measure') @Takes({ body: TimeCopyBody }) @Answers(200, TimedCopyBody)
  time(@Body() { after, upTo }: TimeCopyBody) {
    this.here.asked.push('time-copy');
    return { events: upTo - after, seconds: 0.5 };
  }
}
