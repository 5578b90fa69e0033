import { Readable } from 'node:stream';
import { Body, Controller, Post, Res } from '@nestjs/common';
import { AnswersLines, Calling, Requires, Takes, type Caller } from '@onmaru/service-kit';
import type { FastifyReply } from 'fastify';
import { departureOf } from '../departure.adapter.js';
import { HostedViews } from '../hosted-views.adapter.js';
import { platformOnly } from '../platform-only.http.js';
import { foldScratch, type ScratchLine } from './fold-scratch.adapter.js';
import { ScratchBody } from './scratch.dto.js';

@Controller('operations/scratch')
export class ScratchHttp {
  constructor(private readonly views: HostedViews) {}

  @Post()
  @Requires('operations:replay')
  @Takes({ body: ScratchBody })
  @AnswersLines(200, ['application/x-ndjson'], 'NDJSON: {service, position, head} on the way, then {view, rows, hash, parked} of each view; {service, failed} where one could not be folded')
  fold(@Body() { views: names, ...part }: ScratchBody, @Calling() caller: Caller, @Res() reply: FastifyReply) {
    platformOnly(caller);
    const views = names?.map((name) => this.views.called(name)) ?? this.views.all;
    const lines = foldScratch(views, part, departureOf(reply));
    return reply.type('application/x-ndjson').header('cache-control', 'no-store').send(Readable.from(textOf(lines)));
  }
}

async function* textOf(lines: AsyncIterable<ScratchLine>): AsyncIterable<string> {
  for await (const line of lines) yield `${JSON.stringify(line)}\n`;
}
