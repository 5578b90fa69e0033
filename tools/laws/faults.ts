import { project, type Files } from './workspace.js';

/** Something that a law forbids: the files that do it (the first one is blamed), and the rule that must say so. */
export type Fault = readonly [fault: string, caughtBy: string, files: Files];

const rule = (name: string, text: string): Files => ({ [`apps/cases/src/case/${name}/${name}.ts`]: text });

// Each fault between projects stands in a project of its own: a circle would be blamed in place of the law.
const importer = (folder: string, type: string, scope: string, imported: string): Files => ({
  [`${folder}/src/importer.adapter.ts`]: `import * as imported from '${imported}';\nexport const known = imported;`,
  ...project(folder, [`type:${type}`, `scope:${scope}`]),
});
const tagged = (tag: string): string => `tagged with "${tag}" can only depend on`;

const betweenProjects: readonly Fault[] = [
  ['a service that imports another service', tagged('type:service'), importer('apps/nosy', 'service', 'nosy', '@onmaru/routing/module')],
  ['a service that imports the command line', tagged('type:service'), importer('apps/bossy', 'service', 'bossy', '@onmaru/cli')],
  ['a kit that imports a service', tagged('type:kit'), importer('libs/kit-of-service', 'kit', 'shared', '@onmaru/routing/module')],
  ['a kit that imports contracts', tagged('type:kit'), importer('libs/kit-of-contracts', 'kit', 'shared', '@onmaru/contracts')],
  ['a core lib that imports a kit', tagged('type:core'), importer('libs/core-of-kit', 'core', 'shared', '@onmaru/service-kit')],
  ['contracts that import a core lib', tagged('type:contracts'), importer('libs/contracts-of-core', 'contracts', 'shared', '@onmaru/time')],
  ['what clients share that imports a core lib', tagged('type:client'), importer('libs/client-of-core', 'client', 'shared', '@onmaru/time')],
  ['a service that imports what clients share', tagged('type:service'), importer('apps/service-of-client', 'service', 'service-of-client', '@onmaru/playback')],
  ['a command line that imports a service', tagged('type:cli'), importer('apps/cli-of-service', 'cli', 'cli-of-service', '@onmaru/routing/module')],
  ['a web app that imports a service', tagged('type:web'), importer('apps/web-of-service', 'web', 'web-of-service', '@onmaru/routing/module')],
  ['a web app that imports the log', tagged('type:web'), importer('apps/web-of-log', 'web', 'web-of-log', '@onmaru/event-sourcing')],
  ['a web app that imports a kit', tagged('type:web'), importer('apps/web-of-kit', 'web', 'web-of-kit', '@onmaru/service-kit')],
  ['a journey that imports a service', tagged('type:e2e'), importer('apps/e2e-of-service', 'e2e', 'e2e-of-service', '@onmaru/routing/module')],
  ['a composition that imports the command line', tagged('type:composition'), importer('apps/all-in-one', 'composition', 'all-in-one', '@onmaru/cli')],
  ['a bench that imports a service', tagged('type:bench'), importer('libs/bench-of-service', 'bench', 'shared', '@onmaru/routing/module')],
  ['a tool that imports a lib', tagged('type:tools'), importer('libs/tool-of-core', 'tools', 'shared', '@onmaru/time')],
  [
    "a service that imports another's own lib",
    tagged('scope:visitor'),
    {
      ...importer('apps/visitor', 'service', 'visitor', '@onmaru/case-words'),
      ...project('libs/case-words', ['type:kit', 'scope:cases'], { '.': 'index.ts' }),
      'libs/case-words/src/index.ts': `export const word = 'case';`,
    },
  ],
  [
    'a project without tags that imports',
    'without tags matching at least one constraint',
    { 'libs/untagged/src/index.ts': `import { days } from '@onmaru/time';\nexport const fortnight = days(14);`, ...project('libs/untagged', []) },
  ],
  [
    'a service that reaches into another by path',
    'cannot be imported by a relative or absolute path',
    { 'apps/cases/src/trespass.adapter.ts': `import { RoutingModule } from '../../routing/src/routing.module.js';\nexport const trespass = RoutingModule;` },
  ],
];

const projects: readonly Fault[] = [
  ['a project without tags', 'needs exactly one tag of type:', project('libs/nameless', [])],
  ['a project of an unknown type', 'needs exactly one tag of type:', project('libs/odd', ['type:odd', 'scope:shared'])],
  ['a project in nobody’s scope', 'needs exactly one tag scope:*', project('libs/nobodys', ['type:kit'])],
  ['an app in the scope of another', 'an app is a scope of its own', project('apps/guest', ['type:service', 'scope:cases'])],
];

const insideOne: readonly Fault[] = [
  ['a rule that uses a framework', 'pure-stays-pure', rule('framework', `import { Injectable } from '@nestjs/common';\nexport const framework = Injectable;`)],
  ['a rule that reaches a package through a lib', 'pure-stays-pure', rule('roundabout', `import { connect } from '@onmaru/event-sourcing/postgres';\nexport const roundabout = connect;`)],
  ['a rule that reaches a package through another rule', 'pure-stays-pure', { 'apps/cases/src/case/hop.ts': `export { roundabout } from './leap.js';`, 'apps/cases/src/case/leap.ts': `import { connect } from '@onmaru/event-sourcing/postgres';\nexport const roundabout = connect;` }],
  ['a rule that knows its controller', 'pure-stays-pure', { 'apps/cases/src/case/doorman.ts': `import { ReopenCaseHttp } from './reopen-case/reopen-case.http.js';\nexport const doorman = ReopenCaseHttp;` }],
  ['a rule that uses a kit', 'pure-stays-pure', rule('kit', `import { Public } from '@onmaru/service-kit';\nexport const kit = Public;`)],
  ['a rule that uses Node', 'pure-uses-no-node-core', rule('files', `import { readFileSync } from 'node:fs';\nexport const files = readFileSync;`)],
  ['a slice that knows another', 'slices-do-not-know-each-other', rule('close-case', `import { reopenCase } from '../reopen-case/reopen-case.js';\nexport const closeCase = reopenCase;`)],
  ['a view that knows another', 'slices-do-not-know-each-other', { 'apps/cases/src/views/agent-queue/agent-queue.ts': `import { inbox } from '../inbox/inbox.js';\nexport const agentQueue = inbox;` }],
  ['a view that knows a slice', 'views-know-what-happened-only', { 'apps/cases/src/views/reopened/reopened.ts': `import { reopenCase } from '../../case/reopen-case/reopen-case.js';\nexport const reopened = reopenCase;` }],
  ['a view that decides', 'views-know-what-happened-only', { 'apps/cases/src/views/decided/decided.ts': `import { reopenCase } from '../../case/possible-verbs.js';\nexport const decided = reopenCase;` }],
  ['a core lib that uses a framework', 'contracts-and-core-are-plain', { 'libs/event-sourcing/src/injectable.ts': `import { Injectable } from '@nestjs/common';\nexport const injectable = Injectable;` }],
  ['a contract that uses a framework', 'contracts-and-core-are-plain', { 'libs/contracts/src/cases/case-closed.v1.ts': `import { Injectable } from '@nestjs/common';\nexport const closed = Injectable;` }],
  ['a contract that imports a package', 'contracts-import-nothing', { 'libs/contracts/src/cases/case-merged.v1.ts': `import type { Client } from 'pg';\nexport type CaseMergedV1 = { by: Client };` }],
  ['a standalone that knows more of a service than its module', 'standalone-composes-modules', { 'apps/standalone/src/shortcut.ts': `import { reopenCase } from '@onmaru/cases/rule';\nexport const shortcut = reopenCase;` }],
  ['a setup that knows more of a service than its module', 'standalone-composes-modules', { 'apps/setup/src/shortcut.ts': `import { reopenCase } from '@onmaru/cases/rule';\nexport const shortcut = reopenCase;` }],
  ['a standalone that loads what is for a broker', 'standalone-needs-no-broker', { 'apps/standalone/src/broker.ts': `import kafkajs from 'kafkajs';\nexport const broker = kafkajs;` }],
  ['an adapter that is made of test material', 'testing-stays-in-tests', { 'apps/routing/src/queue/pretend.adapter.ts': `import { pretend } from './testing/pretend.js';\nexport const real = pretend;`, 'apps/routing/src/queue/testing/pretend.ts': 'export const pretend = 1;' }],
  ['two files that need each other', 'no-cycles', { 'apps/routing/src/queue/hen.ts': `import { egg } from './egg.js';\nexport const hen = (): unknown => egg;`, 'apps/routing/src/queue/egg.ts': `import { hen } from './hen.js';\nexport const egg = (): unknown => hen;` }],
  ['an import that leads nowhere', 'everything-resolves', { 'apps/routing/src/queue/nowhere.ts': `import type { Lost } from './lost.js';\nexport type Nowhere = Lost;` }],
];

const impure: readonly Fault[] = (
  [
    ['Date.now()', 'export const x = (): number => Date.now();', 'told the time'],
    ["Date['now']()", "export const x = (): number => Date['now']();", 'told the time'],
    ['new Date()', 'export const x = (): Date => new Date();', 'told the time'],
    ['Date()', 'export const x = (): string => Date();', 'told the time'],
    ['Temporal.Now', 'export const x = (): string => Temporal.Now.instant().toString();', 'told the time'],
    ['Math.random()', 'export const x = (): number => Math.random();', 'nothing to chance'],
    ['crypto', 'export const x = (): string => crypto.randomUUID();', 'crypto'],
    ['performance', 'export const x = (): number => performance.now();', 'performance'],
    ['process', 'export const x = (): number => process.pid;', 'process'],
    ['fetch', 'export const x = (): unknown => fetch;', 'fetch'],
    ['setTimeout', 'export const x = (): unknown => setTimeout;', 'setTimeout'],
    ['setInterval', 'export const x = (): unknown => setInterval;', 'setInterval'],
    ['console', "export const x = (): void => console.log('said');", 'console'],
    ['globalThis', 'export const x = (): unknown => globalThis;', 'globalThis'],
    ['async', 'export const x = async (): Promise<number> => 1;', 'is synchronous'],
    ['a promise', 'export const x = (): unknown => Promise.resolve(1);', 'is synchronous'],
    ['import()', "export const x = (): unknown => import('../case.js');", 'is synchronous'],
    ['a decorator', 'const seal = (): ClassDecorator => () => undefined;\n@seal()\nexport class X {}', 'belongs to no framework'],
    ['a memory', 'let last = 0;\nexport const x = (): number => last++;', 'remembers nothing'],
    ['a shared memory', 'export let last = 0;\nexport const x = (): number => last++;', 'remembers nothing'],
  ] as const
).map(([what, text, says], index) => [`a rule with ${what}`, says, rule(`impure-${index}`, text)]);

const inLibs: readonly Fault[] = [
  ['a clock in the events of the log', 'told the time', { 'libs/event-sourcing/src/event.ts': 'export const x = (): number => Date.now();' }],
  ['a clock in what clients share', 'told the time', { 'libs/playback/src/pace.ts': 'export const x = (): number => Date.now();' }],
  ['a clock in a contract', 'told the time', { 'libs/contracts/src/cases/case-timed.v1.ts': 'export const x = (): number => Date.now();' }],
];

const spec = (name: string, text: string): Files => ({ [`apps/routing/src/queue/${name}.spec.ts`]: text });

const everywhere: readonly Fault[] = [
  ['an unawaited promise', 'no-floating-promises', { 'apps/routing/src/queue/floating.adapter.ts': `export const float = (): void => {\n  Promise.resolve(1);\n};` }],
  ['a type imported as a value', 'consistent-type-imports', { 'apps/routing/src/queue/typed.ts': `import { Instant } from '@onmaru/time';\nexport type Typed = Instant;` }],
  ['a case that a switch forgets', 'switch-exhaustiveness-check', { 'apps/routing/src/queue/forgetful.ts': `export const forgetful = (state: 'open' | 'closed'): number => {\n  switch (state) {\n    case 'open':\n      return 1;\n  }\n  return 0;\n};` }],
  ['any', 'no-explicit-any', { 'apps/routing/src/queue/whatever.ts': 'export const whatever = (it: any): unknown => it as unknown;' }],
  ['a test that runs alone', 'none runs alone', spec('alone', `it.only('is alone', () => expect(1).toBe(1));`)],
  ['a suite that runs alone', 'none runs alone', spec('alone-suite', `describe.only('Alone', () => it('is alone', () => expect(1).toBe(1)));`)],
  ['a focused test by its short name', 'none runs alone', spec('focused', `fit('is alone', () => expect(1).toBe(1));`)],
  ['a test that is left out', 'none runs alone', spec('left-out', `it.skip('is left out', () => expect(1).toBe(1));`)],
  ['a table of tests that is left out', 'none runs alone', spec('left-out-table', `it.skip.each([1])('is left out %d', (n) => expect(n).toBe(1));`)],
  ['a suite that is left out by its short name', 'none runs alone', spec('left-out-suite', `xdescribe('Left out', () => it('is not run', () => expect(1).toBe(1)));`)],
  ['a test that is only promised', 'none runs alone', spec('promised', `it.todo('comes later');`)],
  ['an error that is swallowed', 'nobody hears of', { 'apps/routing/src/queue/swallow.adapter.ts': `export const swallow = (act: () => void): void => {\n  try {\n    act();\n  } catch {\n    // silence\n  }\n};` }],
  ['a rejection that is swallowed', 'nobody hears of', { 'apps/routing/src/queue/hush.adapter.ts': 'export const hush = (act: Promise<void>): Promise<void> => act.catch(() => {});' }],
  ['a rejection that becomes undefined', 'nobody hears of', { 'apps/routing/src/queue/mute.adapter.ts': 'export const mute = (act: Promise<void>): Promise<void> => act.catch(() => undefined);' }],
  ['six things to construct with', 'More than five', { 'apps/routing/src/queue/greedy.adapter.ts': 'export class Greedy {\n  constructor(readonly a: 1, readonly b: 1, readonly c: 1, readonly d: 1, readonly e: 1, readonly f: 1) {}\n}' }],
  ['a file of more than 200 lines', 'max-lines', { 'apps/routing/src/queue/long.ts': Array.from({ length: 201 }, (_, n) => `export const line${n} = ${n};`).join('\n') }],
  ['the environment outside a config file', 'environment is read once', { 'apps/routing/src/queue/port.adapter.ts': "export const port = process.env['PORT'];" }],
  ['a name that is not in kebab case', 'filename-naming-convention', { 'apps/routing/src/queue/OpenQueue.ts': 'export const openQueue = 1;' }],
  ['a role outside the closed set', 'filename-naming-convention', { 'apps/routing/src/queue/open-queue.service.ts': 'export const openQueue = 1;' }],
  ['a folder that is not in kebab case', 'folder-naming-convention', { 'apps/routing/src/agentDesk/seat.ts': 'export const seat = 1;' }],
  ['a component that is not in kebab case', 'filename-naming-convention', { 'apps/console/src/InboxPage.tsx': 'export const InboxPage = () => <h1>1</h1>;' }],
  ...['utils', 'helpers', 'common', 'shared', 'manager', 'base', 'queue-helpers', 'base-view', 'queue-v2'].map(
    (name): Fault => [`a file named ${name}`, 'onmaru/names', { [`apps/routing/src/queue/${name}.ts`]: 'export const x = 1;' }],
  ),
  ['a folder named utils', 'onmaru/names', { 'libs/time/src/utils/add.ts': 'export const add = 1;' }],
  ['an index in an app', 'onmaru/names', { 'apps/routing/src/queue/index.ts': 'export const x = 1;' }],
];

const route = (name: string, decorators: string, path = 'queues'): Files => ({
  [`apps/routing/src/queue/${name}.ts`]: `
import { Controller, Post } from '@nestjs/common';
import { Public, Requires } from '@onmaru/service-kit';

export const known = [Public, Requires];

@Controller('${path}')
export class Route {
  ${decorators}
  act() {
    return known.length;
  }
}`,
});

const routes: readonly Fault[] = [
  ['a route that says nothing of who may call it', 'onmaru/route-access', route('open.http', `@Post('open')`)],
  ['a route that requires no permission by name', 'onmaru/route-access', route('blank.http', `@Post('open') @(Requires as () => MethodDecorator)()`)],
  ['a route that says twice who may call it', 'onmaru/route-access', route('twice.http', `@Post('open') @Requires('queue:open') @Public()`)],
  ['a permission that is not named as its route', 'onmaru/route-access', route('misnamed.http', `@Post('hold') @Requires('case:hodl')`, 'cases/:id')],
  ['a route outside a .http.ts file', 'onmaru/route-access', route('misplaced.adapter', `@Post('open') @Requires('queue:open')`)],
];

export const faults: readonly Fault[] = [...betweenProjects, ...projects, ...insideOne, ...impure, ...inLibs, ...everywhere, ...routes];
