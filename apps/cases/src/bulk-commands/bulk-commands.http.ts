import { Body, Controller, Post, Query, Res } from '@nestjs/common';
import { AnswersLines, Asking, Requires, Takes, type CommandContext } from '@onmaru/service-kit';
import type { FastifyReply } from 'fastify';
import { BulkCommands } from './bulk-commands.adapter.js';
import { BulkQuery } from './bulk-command.dto.js';
import { readBulk } from './bulk-reader.adapter.js';

@Controller('cases/commands')
export class BulkCommandsHttp {
  constructor(private readonly bulk: BulkCommands) {}

  @Post()
  @Requires('history:import')
  @Takes({ query: BulkQuery, bodyIs: 'stream' })
  @AnswersLines(200, ['application/x-ndjson'], 'NDJSON: a result a line, in the order of the commands')
  async take(@Body() body: AsyncIterable<Buffer>, @Query() { source }: BulkQuery, @Asking() asking: CommandContext, @Res() reply: FastifyReply) {
    const results = await this.bulk.take(source ?? 'import', asking, await readBulk(body));
    return reply.type('application/x-ndjson').send(results.map((result) => `${JSON.stringify(result)}\n`).join(''));
  }
}
