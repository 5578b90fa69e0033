/** The files of a slice, by path: what the hand-written ones have in common. */
export const sliceFiles = (names) => {
  const folder = `apps/cases/src/case/${names.name}/${names.name}`;
  return {
    [`${folder}.ts`]: rule(names),
    [`${folder}.spec.ts`]: spec(names),
    [`${folder}.dto.ts`]: body(names),
    [`${folder}.http.ts`]: route(names),
    [`apps/cases/src/case/golden/${names.golden}.v1.json`]: golden(names),
  };
};

const rule = ({ command, method, event, fact }) => `import type { Command } from '@onmaru/event-sourcing';
import { isOpen, objectTo, refuse, type Case, type Decision } from '../case.js';
import type { ${event} } from '../case-events.js';

export type ${command} = Command<'${command}', { readonly reason: string }>;

export const ${method} = ({ at, data: { reason } }: ${command}, current: Case): Decision<${event}> => {
  if (current.state === 'unknown') return refuse('case-not-found');
  const ${fact}: ${event} = { type: '${event}', occurredAt: at, data: { customerId: current.customerId, reason } };
  return isOpen(current) ? [${fact}] : objectTo('case-not-open', ${fact});
};
`;

const spec = ({ command, event, fact, title }) => `import { specFor } from '@onmaru/event-sourcing/testing';
import { caseDecider } from '../decider.js';
import { now, opened, resolved } from '../examples.js';

const { given } = specFor(caseDecider);
const command = { type: '${command}', at: now, data: { reason: 'Asked for' } } as const;
const ${fact} = { type: '${event}', occurredAt: now, data: { customerId: 'ada', reason: 'Asked for' } } as const;

describe('${title}', () => {
  it('says why', () => given(opened).when(command).then(${fact}));

  it('is refused once the case is resolved', () => given(opened, resolved).when(command).thenRefused('case-not-open'));

  it('is refused for a case nobody opened', () => given().when(command).thenRefused('case-not-found'));
});
`;

const body = ({ command }) => `import { IsString, MaxLength, MinLength } from 'class-validator';

export class ${command}Body {
  @IsString()
  @MinLength(1)
  @MaxLength(20_000)
  reason: string;
}
`;

const route = ({ name, verb, command, method }) => `import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Answers, Asking, type CommandContext, Requires, Takes } from '@onmaru/service-kit';
import { CaseAnswerBody } from '../../case-details/case-answer.dto.js';
import { CaseCommands } from '../case-commands.adapter.js';
import { ${command}Body } from './${name}.dto.js';

@Controller('cases/:id')
export class ${command}Http {
  constructor(private readonly cases: CaseCommands) {}

  @Post('${verb}')
  @HttpCode(200)
  @Requires('case:${verb}')
  @Takes({ body: ${command}Body })
  @Answers(200, CaseAnswerBody)
  ${method}(@Param('id') id: string, @Body() { reason }: ${command}Body, @Asking() asking: CommandContext) {
    return this.cases.handle(id, asking, (at) => ({ type: '${command}', at, data: { reason } }));
  }
}
`;

const golden = ({ event }) => `${JSON.stringify(
  { type: `cases.${event}.v1`, occurredAt: '2026-03-02T09:00:00.000Z', data: { customerId: '0d0f6f4e-7c61-5b6b-9a55-2b1c6f0c9a10', reason: 'Asked for' } },
  null,
  2,
)}\n`;
