import { Body, Controller, Post } from '@nestjs/common';
import { Answers, Asking, createdId, invalid, Requires, Takes, type CommandContext } from '@onmaru/service-kit';
import { DirectoryQuery } from '../../directory/directory.query.js';
import { CaseAnswerBody } from '../../case-details/case-answer.dto.js';
import { CaseCommands } from '../case-commands.adapter.js';
import type { Attributes } from '../case-words.js';
import { CaseNumbers } from '../case-numbers.adapter.js';
import { OpenCaseBody } from './open-case.dto.js';
import { openCase } from './open-case.js';

@Controller('cases')
export class OpenCaseHttp {
  constructor(
    private readonly cases: CaseCommands,
    private readonly numbers: CaseNumbers,
    private readonly directory: DirectoryQuery,
  ) {}

  @Post()
  @Requires('case:open')
  @Takes({ body: OpenCaseBody })
  @Answers(201, CaseAnswerBody)
  async open(@Body() { subject, description, channel, impact, urgency, category, product, externalId, ...body }: OpenCaseBody, @Asking() asking: CommandContext) {
    const customerId = await this.directory.customer(asking.tenant, customerOf(asking, body.customerId));
    const [number] = await this.numbers.take(asking.tenant, 1);
    const asked = {
      ...{ number: number as string, externalId: externalId ?? null, subject, description, customerId, channel },
      ...{ impact: impact ?? 3, urgency: urgency ?? 3, category: category ?? null, subcategory: null },
      ...{ attributes: withProduct(product), queueId: null },
    };
    return this.cases.open(createdId(asking, 'case'), asking, (current, { at, policy: { matrix, version: policyVersion } }) =>
      openCase({ at, data: { ...asked, matrix, policyVersion } }, current),
    );
  }
}

const customerOf = ({ caller }: CommandContext, named: string | undefined): string => {
  const customerId = caller.role === 'customer' ? caller.actor.id : named;
  if (customerId !== undefined) return customerId;
  throw invalid('/customerId', { en: 'must be given', ko: '꼭 있어야 해요' });
};

const withProduct = (product: string | undefined): Attributes => (product === undefined ? {} : { product });
