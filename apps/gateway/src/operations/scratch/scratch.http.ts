import { Readable } from 'node:stream';
import { Body, Controller, Post, Res } from '@nestjs/common';
import { ScratchBody } from '@onmaru/hosting';
import { AnswersLines, Requires, Takes } from '@onmaru/service-kit';
import type { FastifyReply } from 'fastify';
import { AskingFor, type InTheirName } from '../../services/asking.adapter.js';
import { Services } from '../../services/services.adapter.js';
import { ViewOwners } from '../view-owners.adapter.js';
import { interleaved, linesOf } from './interleaved.adapter.js';

const PATH = '/api/v1/operations/scratch';

@Controller('operations/scratch')
export class ScratchHttp {
  constructor(
    private readonly services: Services,
    private readonly owners: ViewOwners,
  ) {}

  @Post()
  @Requires('operations:replay')
  @Takes({ body: ScratchBody })
  @AnswersLines(200, ['application/x-ndjson'], 'NDJSON: {service, position, head} on the way, then {view, rows, hash, parked} of each view; {service, failed} where one could not be folded')
  async fold(@Body() { views, ...part }: ScratchBody, @AskingFor() asking: InTheirName, @Res() reply: FastifyReply) {
    const questions = views
      ? [...(await this.owners.of(views, asking))].map(([service, own]) => ({ service, path: PATH, post: { ...part, views: own }, patient: true as const }))
      : this.services.names.map((service) => ({ service, path: PATH, post: part, patient: true as const }));
    const answers = await this.services.open(questions, asking);
    const lines = answers.map(({ body }, at) => toTheEnd((questions[at] as { readonly service: string }).service, body, asking.gone));
    return reply.type('application/x-ndjson').header('cache-control', 'no-store').send(Readable.from(textOf(interleaved(lines))));
  }
}

/** A service's lines, and another that says so where it breaks off. */
async function* toTheEnd(service: string, body: AsyncIterable<Uint8Array>, gone: AbortSignal): AsyncIterable<string> {
  try {
    yield* linesOf(body);
  } catch {
    if (!gone.aborted) yield JSON.stringify({ service, failed: 'the service broke off' });
  }
}

async function* textOf(lines: AsyncIterable<string>): AsyncIterable<string> {
  for await (const line of lines) yield `${line}\n`;
}
