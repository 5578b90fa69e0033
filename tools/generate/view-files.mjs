/** The files of a view, by path: a row for each case, until its fold says something else. */
export const viewFiles = (names) => {
  const folder = `apps/cases/src/views/${names.name}/${names.name}`;
  return {
    [`${folder}.ts`]: fold(names),
    [`${folder}.spec.ts`]: spec(names),
    [`${folder}.entity.ts`]: entity(names),
    [`${folder}.projection.ts`]: projection(names),
    [`${folder}.query.ts`]: query(names),
    [`${folder}.dto.ts`]: body(names),
    [`${folder}.http.ts`]: route(names),
    [`apps/cases/src/migrations/${names.moment}-${names.name}.migration.ts`]: migration(names),
  };
};

const fold = ({ Name, method }) => `import { idOf, type Recorded } from '@onmaru/event-sourcing';
import type { Instant } from '@onmaru/time';
import type { CaseEvent } from '../../case/case.js';

/** One row: what is known of one case. */
export type ${Name} = {
  readonly tenant: string;
  readonly id: string;
  readonly openedAt: Instant;
};

/** The row after an event: the same one where nothing changes, null where there is none (any more). */
export const ${method} = (row: ${Name} | null, event: Recorded<CaseEvent, 'tenant' | 'stream'>): ${Name} | null => {
  if (event.type === 'CaseOpened') return { tenant: event.tenant, id: idOf(event), openedAt: event.occurredAt };
  return row;
};
`;

const spec = ({ name, Name, method, title }) => `import type { CaseEvent } from '../../case/case.js';
import { assigned, opened } from '../../case/examples.js';
import { ${method}, type ${Name} } from './${name}.js';

const after = (...events: readonly CaseEvent[]): ${Name} | null =>
  events.reduce<${Name} | null>((row, event) => ${method}(row, { ...event, tenant: 'demo', stream: 'case-1' }), null);

describe('${title}', () => {
  it('begins when a case is opened', () => expect(after(opened)).toEqual({ tenant: 'demo', id: '1', openedAt: opened.occurredAt }));

  it('stays as it is when something else happens', () => expect(after(opened, assigned)).toEqual(after(opened)));

  it('knows nothing of a case that nobody opened', () => expect(after(assigned)).toBeNull());
});
`;

const entity = ({ name, Name, table }) => `import { asInstant } from '@onmaru/read-models';
import type { Instant } from '@onmaru/time';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ${Name} } from './${name}.js';

@Entity({ schema: 'cases', name: '${table}' })
export class ${Name}Row implements ${Name} {
  @PrimaryColumn('text') tenant: string;
  @PrimaryColumn('text') id: string;
  @Column({ type: 'timestamptz', transformer: asInstant }) openedAt: Instant;
}
`;

const projection = ({ name, Name, method }) => `import type { View } from '@onmaru/read-models';
import { cases, type CaseEvent } from '../../case/case.js';
import { ${method}, type ${Name} } from './${name}.js';
import { ${Name}Row } from './${name}.entity.js';

/** One event changes one row: that of its case, or the one that a \`key\` names. */
export const ${method}View: View<${Name}, CaseEvent> = { name: '${name}', entity: ${Name}Row, of: cases, fold: ${method} };
`;

const query = ({ Name, table, name }) => `import type { Pool } from 'pg';

/** How many there are, as of now. */
export type ${Name}Answer = { readonly count: number };

export class ${Name}Query {
  constructor(private readonly pool: Pool) {}

  async of(tenant: string): Promise<${Name}Answer> {
    const { rows } = await this.pool.query<${Name}Answer>({ name: '${name}', text: COUNT, values: [tenant] });
    return { count: rows[0]?.count ?? 0 };
  }
}

const COUNT = 'SELECT count(*)::int AS count FROM cases.${table} WHERE tenant = $1';
`;

const body = ({ Name, name }) => `import { IsInt } from 'class-validator';
import type { ${Name}Answer } from './${name}.query.js';

export class ${Name}Body implements ${Name}Answer {
  @IsInt() count: number;
}
`;

const route = ({ name, Name, route }) => `import { Controller, Get } from '@nestjs/common';
import { Answers, Calling, ReadsViews, Requires, type Caller } from '@onmaru/service-kit';
import { ${Name}Body } from './${name}.dto.js';
import { ${Name}Query } from './${name}.query.js';

@Controller('${route}')
export class ${Name}Http {
  constructor(private readonly query: ${Name}Query) {}

  @Get()
  @Requires('queue:read')
  @ReadsViews()
  @Answers(200, ${Name}Body)
  read(@Calling() { tenant }: Caller) {
    return this.query.of(tenant);
  }
}
`;

const migration = ({ Name, moment, table }) => `import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The view is filled from the log by itself. Its primary key is the tenant and the view's own key. */
export class Create${Name}${moment} implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(\`
      CREATE TABLE cases.${table} (
        tenant text NOT NULL, id text NOT NULL, opened_at timestamptz NOT NULL, PRIMARY KEY (tenant, id))\`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE cases.${table}');
  }
}
`;
