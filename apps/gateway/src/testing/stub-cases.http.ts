import { Readable } from 'node:stream';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { Answers, AnswersLines, Problem, Public, Requires, Takes } from '@onmaru/service-kit';
import { IsString } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';

class HoldBody {
  @IsString() reason: string;
}

const MiB = 1024 * 1024;
const NDJSON = 'application/x-ndjson';

export const STUB_PROBLEMS = { 'stub-refused': { status: 409, en: 'The stub refuses {id}.', ko: '거절해요: {id}' } };

/** What the stubs have done, for specs to look at. */
export const seen = { sent: 0, taken: 0, departed: 0, held: 0 };

/** Routes such as services have. */
@Controller('cases')
export class StubCases {
  @Get('headers') @Public() @Answers(200)
  headers(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return reply.header('set-cookie', ['a=1; HttpOnly', 'b=2']).header('etag', '"7"').header('x-hop', '1').header('connection', 'x-hop').send({ url: request.url, headers: request.raw.rawHeaders });
  }

  @Post(':id/hold') @Requires('case:hold') @Takes({ body: HoldBody }) @Answers(200)
  hold(@Param('id') id: string, @Body() { reason }: HoldBody) {
    seen.held += 1;
    if (reason === 'no') throw new Problem('stub-refused', { id });
    return { id, reason };
  }

  /** 50 MiB. */
  @Get('export') @Public() @AnswersLines(200, [NDJSON], 'lines')
  export(@Res() reply: FastifyReply) {
    seen.sent = 0;
    return reply.type(NDJSON).send(Readable.from(mebibytes(50)));
  }

  /** How many bytes came. */
  @Post('import') @Public() @Takes({ bodyIs: 'stream' }) @Answers(200)
  async import(@Body() body?: Readable) {
    seen.taken = 0;
    for await (const chunk of body ?? []) seen.taken += (chunk as Buffer).length;
    return { bytes: seen.taken };
  }

  /** Every chunk comes back at once. */
  @Post('echo') @Public() @Takes({ bodyIs: 'stream' }) @AnswersLines(200, [NDJSON], 'lines')
  echo(@Body() body: Readable, @Res() reply: FastifyReply) {
    reply.raw.once('close', () => void (seen.departed += reply.raw.writableFinished ? 0 : 1));
    return reply.type(NDJSON).send(body);
  }

  @Get('never') @Public() @Answers(200)
  async never(@Res() reply: FastifyReply) {
    await new Promise((gone) => reply.raw.once('close', gone));
    seen.departed += 1;
    return reply;
  }

  @Get('endless') @Public() @AnswersLines(200, [NDJSON], 'lines')
  endless(@Res() reply: FastifyReply) {
    reply.raw.once('close', () => void (seen.departed += 1));
    return reply.type(NDJSON).send(Readable.from(forEver()));
  }

  @Get('dies-early') @Public() @AnswersLines(200, [NDJSON], 'lines')
  diesEarly(@Res() reply: FastifyReply) {
    reply.raw.writeHead(200, { 'content-type': NDJSON });
    reply.raw.flushHeaders();
    setTimeout(() => reply.raw.destroy(), 50);
    return reply.hijack();
  }

  @Get('dies') @Public() @AnswersLines(200, [NDJSON], 'lines')
  dies(@Res() reply: FastifyReply) {
    reply.raw.writeHead(200, { 'content-type': NDJSON });
    reply.raw.write('{"line":1}\n');
    setTimeout(() => reply.raw.destroy(), 50);
    return reply.hijack();
  }
}

@Controller('api/problems')
export class StubProblems {
  @Get(':code') @Public() @Answers(200)
  read(@Param('code') code: string) {
    if (code !== 'stub-refused') throw new Problem('not-found');
    return { code, ...STUB_PROBLEMS['stub-refused'] };
  }
}

async function* mebibytes(count: number): AsyncIterable<Buffer> {
  for (let n = 0; n < count; n += 1) {
    seen.sent += MiB;
    yield Buffer.alloc(MiB, '.');
  }
}

async function* forEver(): AsyncIterable<string> {
  for (;;) {
    yield '{}\n';
    await new Promise((later) => setTimeout(later, 5));
  }
}
