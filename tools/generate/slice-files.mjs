const objectOf = (members) => (members.length > 0 ? `{ ${members.join(', ')} }` : '{}');
const typeOf = (members) => (members.length > 0 ? `<{ ${members.map((member) => `readonly ${member}`).join('; ')} }>` : '');
const namesOf = (fields) => fields.map(({ name }) => name);
const isSealed = ({ fields }) => fields.some(({ personal }) => personal);

/** The files of a slice, by path: what the hand-written ones have in common. */
export const sliceFiles = (names) => {
  const folder = `apps/cases/src/case/${names.name}/${names.name}`;
  return {
    [`${folder}.ts`]: rule(names),
    [`${folder}.spec.ts`]: spec(names),
    ...(names.door && names.fields.length > 0 && { [`${folder}.dto.ts`]: body(names) }),
    ...(names.door && { [`${folder}.http.ts`]: route(names) }),
    ...(names.isNew && { [`apps/cases/src/case/golden/${names.golden}.v1.json`]: golden(names) }),
  };
};

const rule = (names) => {
  const { command, method, event, fact, fields } = names;
  const taken = fields.length > 0 ? `{ at, data: { ${namesOf(fields).join(', ')} } }` : '{ at }';
  const data = objectOf([...(isSealed(names) ? ['customerId: current.customerId'] : []), ...namesOf(fields)]);
  const time = fields.some(({ said }) => said === 'Instant') ? `import type { Instant } from '@onmaru/time';\n` : '';
  return `import { objectTo, refuse, type Command } from '@onmaru/event-sourcing';
${time}import { isOpen, type Case, type Decision, type Happened } from '../case.js';

export type ${command} = Command${typeOf(fields.map(({ name, said }) => `${name}: ${said}`))};

export const ${method} = (${taken}: ${command}, current: Case): Decision<'${event}'> => {
  if (current.state === 'unknown') return refuse('case-not-found');
  const ${fact}: Happened<'${event}'> = { type: '${event}', occurredAt: at, data: ${data} };
  return isOpen(current) ? [${fact}] : objectTo('case-not-open', ${fact});
};
`;
};

const spec = (names) => {
  const { name, method, event, fact, title, fields } = names;
  const said = fields.map((field) => `${field.name}: ${field.example}`);
  return `import { specFor } from '@onmaru/event-sourcing/testing';
import { cases } from '../case.js';
import { now, opened, resolved } from '../examples.js';
import { ${method} } from './${name}.js';

const { given } = specFor(cases, ${method});
const command = { at: now, data: ${objectOf(said)} } as const;
const ${fact} = { type: '${event}', occurredAt: now, data: ${objectOf([...(isSealed(names) ? ["customerId: 'ada'"] : []), ...said])} } as const;

describe('${title}', () => {
  it('happens to an open case', () => given(opened).when(command).then(${fact}));

  it('is refused once the case is resolved', () => given(opened, resolved).when(command).thenRefused('case-not-open'));
});
`;
};

const body = ({ command, fields }) => {
  const imports = Map.groupBy(fields, ({ from }) => from);
  const lines = [...imports].sort().map(([from, used]) => `import { ${[...new Set(used.map(({ door }) => door.replace(/\(.*/, '')))].sort().join(', ')} } from '${from}';\n`);
  return `${lines.join('')}
export class ${command}Body {
${fields.map(({ name, door }) => `  @${door} ${name}: string;\n`).join('')}}
`;
};

const route = ({ name, verb, command, method, fields }) => {
  const data = objectOf(fields.map((field) => (field.read ? `${field.name}: ${field.read(field.name)}` : field.name)));
  const [withBody, time] = [fields.length > 0, fields.some(({ read }) => read)];
  return `import { ${withBody ? 'Body, ' : ''}Controller, Param, Post } from '@nestjs/common';
import { Answers, Asking, Requires, ${withBody ? 'Takes, ' : ''}type CommandContext } from '@onmaru/service-kit';
${time ? `import { instant } from '@onmaru/time';\n` : ''}import { CaseAnswerBody } from '../../case-details/case-answer.dto.js';
import { CaseCommands } from '../case-commands.adapter.js';
${withBody ? `import { ${command}Body } from './${name}.dto.js';\n` : ''}import { ${method} } from './${name}.js';

@Controller('cases/:id')
export class ${command}Http {
  constructor(private readonly cases: CaseCommands) {}

  @Post('${verb}')
  @Requires('case:${verb}')
${withBody ? `  @Takes({ body: ${command}Body })\n` : ''}  @Answers(200, CaseAnswerBody)
  ${method}(@Param('id') id: string, ${withBody ? `@Body() { ${namesOf(fields).join(', ')} }: ${command}Body, ` : ''}@Asking() asking: CommandContext) {
    return this.cases.handle(id, asking, (current, { at }) => ${method}({ at, data: ${data} }, current));
  }
}
`;
};

const golden = (names) => {
  const said = Object.fromEntries(names.fields.map(({ name, example }) => [name, example.slice(1, -1)]));
  const data = { ...(isSealed(names) && { customerId: '0d0f6f4e-7c61-5b6b-9a55-2b1c6f0c9a10' }), ...said };
  return `${JSON.stringify({ type: `cases.${names.event}.v1`, occurredAt: '2026-03-02T09:00:00.000Z', data }, null, 2)}\n`;
};
