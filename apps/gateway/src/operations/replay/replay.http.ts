import { Readable } from 'node:stream';
import { Body, Controller, Post, Res } from '@nestjs/common';
import { AnswersLines, Calling, PLATFORM, Problem, Requires, Takes, type Caller } from '@onmaru/service-kit';
import type { FastifyReply } from 'fastify';
import { departureOf } from '../departure.adapter.js';
import { HostedViews } from '../hosted-views.adapter.js';
import { replay, type ReplayLine } from './replay.adapter.js';
import { ReplayBody } from './replay.dto.js';

@Controller('operations/replay')
export class ReplayHttp {
  constructor(private readonly views: HostedViews) {}

  @Post()
  @Requires('operations:replay')
  @Takes({ body: ReplayBody })
  @AnswersLines(200, ['application/x-ndjson'], 'NDJSON: {view, position, head} on the way, then {view, equal, hash, rows} or {view, failed} of each view')
  replay(@Body() { view, compareOnly = false }: ReplayBody, @Calling() { tenant }: Caller, @Res() reply: FastifyReply) {
    if (tenant !== PLATFORM) throw new Problem('platform-only');
    const views = view === undefined ? this.views.all : [this.views.called(view)];
    const lines = replay(views, compareOnly, departureOf(reply));
    return reply.type('application/x-ndjson').header('cache-control', 'no-store').send(Readable.from(textOf(lines)));
  }
}

async function* textOf(lines: AsyncIterable<ReplayLine>): AsyncIterable<string> {
  for await (const line of lines) yield `${JSON.stringify(line)}\n`;
}
