import { Body, Controller, Post, Res } from '@nestjs/common';
import { AnswersLines, Asking, bulkLines, checkerOf, Requires, Takes, type CommandContext } from '@onmaru/service-kit';
import type { FastifyReply } from 'fastify';
import { TakeOverCustomers } from './take-over-customers.adapter.js';
import { CustomerLine } from './take-over-customers.dto.js';

const faultOf = checkerOf(CustomerLine);

@Controller('customers/commands')
export class TakeOverCustomersHttp {
  constructor(private readonly customers: TakeOverCustomers) {}

  @Post()
  @Requires('history:import')
  @Takes({ bodyIs: 'stream' })
  @AnswersLines(200, ['application/x-ndjson'], 'NDJSON: {externalId, id, outcome} a line, in the order of the lines')
  async take(@Body() body: AsyncIterable<Buffer>, @Asking() asking: CommandContext, @Res() reply: FastifyReply) {
    const taken = await this.customers.take(asking, await bulkLines<CustomerLine>(body, faultOf));
    return reply.type('application/x-ndjson').send(taken.map((one) => `${JSON.stringify(one)}\n`).join(''));
  }
}
