import { project, type Files } from './workspace.js';

/** A small platform in which every law is kept. */
export const clean: Files = {
  ...project('libs/time', ['type:core', 'scope:shared'], { '.': 'index.ts' }),
  'libs/time/src/index.ts': `
export type Instant = string;
export const days = (n: number): number => n * 86_400_000;
`,

  ...project('libs/event-sourcing', ['type:core', 'scope:shared'], { '.': 'index.ts', './postgres': 'postgres.ts' }),
  'libs/event-sourcing/src/index.ts': `export { refuse } from './decision.js';`,
  'libs/event-sourcing/src/decision.ts': `export const refuse = (code: string): { refused: string } => ({ refused: code });`,
  'libs/event-sourcing/src/postgres.ts': `
import { Client } from 'pg';

export const connect = async (url: string): Promise<void> => {
  await new Client(url).connect();
};
`,

  ...project('libs/playback', ['type:client', 'scope:shared'], { '.': 'index.ts' }),
  'libs/playback/src/index.ts': `export { faster } from './speed.js';`,
  'libs/playback/src/speed.ts': `export const faster = (speed: number): number => speed * 10;`,

  ...project('libs/contracts', ['type:contracts', 'scope:shared'], { '.': 'index.ts' }),
  'libs/contracts/src/index.ts': `export type { CaseOpenedV1 } from './cases/case-opened.v1.js';`,
  'libs/contracts/src/cases/case-opened.v1.ts': `export type CaseOpenedV1 = { readonly caseId: string };`,

  ...project('libs/service-kit', ['type:kit', 'scope:shared'], { '.': 'index.ts' }),
  'libs/service-kit/src/index.ts': `export { Public, Requires } from './requires.js';`,
  'libs/service-kit/src/requires.ts': `
import { SetMetadata } from '@nestjs/common';

export const Requires = (permission: string) => SetMetadata('permission', permission);
export const Public = () => SetMetadata('permission', null);
`,

  ...project('apps/cases', ['type:service', 'scope:cases'], { './module': 'cases.module.ts', './rule': 'case/reopen-case/reopen-case.ts' }),
  'apps/cases/src/main.ts': `
import './cases.module.js';

console.log(new Date().toISOString(), Math.random());
`,
  'apps/cases/src/cases.config.ts': `export const port = Number(process.env['PORT'] ?? '8080');`,
  'apps/cases/src/cases.module.ts': `
import { Module } from '@nestjs/common';
import { ReopenCaseHttp } from './case/reopen-case/reopen-case.http.js';

@Module({ controllers: [ReopenCaseHttp] })
export class CasesModule {}
`,
  'apps/cases/src/case/case.ts': `
import type { CaseOpenedV1 } from '@onmaru/contracts';
import type { Instant } from '@onmaru/time';

export type Case = { state: 'open' } | { state: 'resolved'; resolvedAt: Instant };
export type Opened = CaseOpenedV1;
`,
  'apps/cases/src/case/possible-verbs.ts': `export { reopenCase } from './reopen-case/reopen-case.js';`,
  'apps/cases/src/case/reopen-case/reopen-case.ts': `
import { refuse } from '@onmaru/event-sourcing';
import { days, type Instant } from '@onmaru/time';
import type { Case } from '../case.js';

export const reopenCase = (at: Instant, current: Case) => {
  switch (current.state) {
    case 'open':
      return [];
    case 'resolved':
      return new Date(at).getTime() - new Date(current.resolvedAt).getTime() > days(14) ? refuse('reopen-window-passed') : [];
  }
};
`,
  'apps/cases/src/case/reopen-case/reopen-case.spec.ts': `
import { at } from '../testing/sample.js';
import { reopenCase } from './reopen-case.js';

describe('Reopen a case', () => {
  it('changes nothing when it is open', async () => {
    expect(await Promise.resolve(reopenCase(at, { state: 'open' }))).toEqual([]);
  });
});
`,
  'apps/cases/src/case/reopen-case/reopen-case.http.ts': `
import { randomUUID } from 'node:crypto';
import { Controller, Get, Post } from '@nestjs/common';
import { Public, Requires } from '@onmaru/service-kit';
import { reopenCase } from './reopen-case.js';

@Controller('cases')
export class ReopenCaseHttp {
  @Post('reopen') @Requires('case:reopen')
  reopen() {
    return { id: randomUUID(), events: reopenCase(new Date().toISOString(), { state: 'open' }) };
  }

  @Get('livez') @Public()
  alive() {
    return true;
  }
}
`,
  'apps/cases/src/case/testing/sample.ts': `export const at = '2026-03-01T09:00:00.000Z';`,
  'apps/cases/src/views/inbox/inbox.ts': `
import type { Case } from '../../case/case.js';

export const inbox = (row: number | null, current: Case): number => (row ?? 0) + (current.state === 'open' ? 1 : 0);
`,
  'apps/cases/src/migrations/20260301-cases.migration.ts': `export const up = 'CREATE TABLE cases.inbox_1 (tenant text)';`,

  ...project('apps/routing', ['type:service', 'scope:routing'], { './module': 'routing.module.ts' }),
  'apps/routing/src/routing.module.ts': `
import { Module } from '@nestjs/common';

@Module({})
export class RoutingModule {}
`,

  ...project('apps/standalone', ['type:composition', 'scope:standalone']),
  'apps/standalone/src/main.ts': `
import { CasesModule } from '@onmaru/cases/module';
import { RoutingModule } from '@onmaru/routing/module';

console.log(CasesModule, RoutingModule);
`,

  ...project('apps/cli', ['type:cli', 'scope:cli'], { '.': 'main.ts' }),
  'apps/cli/src/main.ts': `
import { faster } from '@onmaru/playback';
import { days } from '@onmaru/time';

console.log(faster(days(1)));
`,

  ...project('apps/console', ['type:web', 'scope:console']),
  'apps/console/src/case-page.tsx': `
import type { CaseOpenedV1 } from '@onmaru/contracts';
import { faster } from '@onmaru/playback';

export const twice = faster(1);
export const CasePage = ({ shown }: { readonly shown: CaseOpenedV1 }) => <h1>{shown.caseId}</h1>;
`,
  'apps/console/src/now.ts': `export const now = (): number => Date.now();`,
};
