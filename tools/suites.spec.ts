import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { clean } from './laws/clean.js';
import { project, workspace, type Files } from './laws/workspace.js';
import { closure, fingerprints, passedBefore } from './suites/passed-before.mjs';
import { projectsOf } from './suites/discover.mjs';
import { eventStoreDbLacking } from './suites/eventstoredb-suites.mjs';
import { jestSuite } from './suites/jest-suite.mjs';
import { chartLacks } from './suites/chart-suites.mjs';
import { composeSuites, withoutDocker } from './suites/compose-suites.mjs';
import { kafkaPlaces } from './suites/kafka-suites.mjs';
import { runSuites } from './suites/run-suites.mjs';

const preset = `export { default } from '../../jest.preset.mjs';`;
const passing = (title = 'holds'): string => `describe('It', () => { it('${title}', () => expect(1).toBe(1)); });`;
const lib = (specs: Files): Files => ({
  ...project('libs/tried', ['type:core', 'scope:shared']),
  'libs/tried/jest.config.mjs': preset,
  ...Object.fromEntries(Object.entries(specs).map(([name, text]) => [`libs/tried/${name}`, text])),
});

type Options = { readonly lingers?: number; readonly limit?: number; readonly args?: readonly string[] };

const tried = async (specs: Files, options: Options = {}) => {
  const { root, remove } = workspace(lib(specs));
  try {
    const found = projectsOf(root).find(({ folder }) => folder === 'libs/tried');
    return await jestSuite(root, { folder: 'libs/tried', specs: found?.specs ?? [], args: ['--no-cache'], ...options });
  } finally {
    remove();
  }
};

describe("A project's specs", () => {
  it('count one by one', async () => {
    const mixed = `it('holds', () => expect(1).toBe(1)); it('holds too', () => expect(1).toBe(1)); it('does not', () => expect(1).toBe(2));`;
    expect(await tried({ 'src/mixed.spec.ts': mixed, 'src/more.int-spec.ts': passing() })).toMatchObject({ passed: 3, failed: 1, output: expect.stringContaining('does not') });
  });

  it.each([
    ['a spec that jest does not find', { 'src/a.spec.ts': passing(), 'checks/b.spec.ts': passing() }, 'libs/tried/checks/b.spec.ts was never run'],
    ['a spec in a language that jest does not run', { 'src/a.spec.ts': passing(), 'src/b.spec.tsx': passing() }, 'libs/tried/src/b.spec.tsx was never run'],
    ['specs of which jest finds none', { 'checks/b.spec.ts': passing() }, 'libs/tried/checks/b.spec.ts was never run'],
    ['a spec without a test', { 'src/a.spec.ts': passing(), 'src/empty.spec.ts': 'export const nothing = 1;' }, 'must contain at least one test'],
    ['a spec that does not load', { 'src/a.spec.ts': passing(), 'src/torn.spec.ts': `import './lost.js';\n${passing()}` }, 'Test suite failed to run'],
  ] as const)('fail for %s', async (_what, specs, says) => {
    const { failed, output } = await tried(specs);
    expect(failed).toBe(1);
    expect(output).toContain(says);
  });

  it('fail when jest itself dies', async () => {
    const { failed, output } = await tried({ 'src/a.spec.ts': `it('dies', () => process.kill(process.pid, 'SIGKILL'));` });
    expect(failed).toBeGreaterThan(0);
    expect(output).toContain('libs/tried/src/a.spec.ts was never run');
  });

  it('fail when they leave something running', async () => {
    const { passed, failed, output } = await tried({ 'src/a.spec.ts': `it('holds', () => void setInterval(() => 1, 1000));` }, { lingers: 2000 });
    expect({ passed, failed }).toEqual({ passed: 1, failed: 1 });
    expect(output).toContain('left running');
  });

  it('fail when they never end', async () => {
    const { failed, output } = await tried({ 'src/a.spec.ts': `it('spins', () => { for (;;); });` }, { limit: 6000 });
    expect(failed).toBeGreaterThan(0);
    expect(output).toContain('It was stopped after 6 s');
  });

  it('are named when they leave tests out', async () => {
    const { passed, notRun } = await tried({ 'src/a.spec.ts': `${passing()} it.skip('is left out', () => expect(1).toBe(1));` });
    expect({ passed, notRun }).toEqual({ passed: 1, notRun: ['libs/tried/src/a.spec.ts: 1 left out by the spec itself'] });
  });

  it('can tell what they ran on', async () => {
    const note = `import { appendFileSync } from 'node:fs'; it('says so', () => appendFileSync(process.env['ONMARU_TEST_NOTES'] ?? '', 'on the sample alone\\n'));`;
    expect(await tried({ 'src/a.spec.ts': note })).toMatchObject({ failed: 0, notes: ['on the sample alone'] });
  });
});

describe('A run', () => {
  const said: string[] = [];
  const before = () => {
    const kept = new Map<string, { key: string }>();
    return { seconds: () => undefined, find: (name: string, key: string) => (kept.get(name)?.key === key ? kept.get(name) : undefined), keep: (name: string, result: { key: string }) => void kept.set(name, result) };
  };
  const suite = (passed: number, failed: number) => {
    const ran: number[] = [];
    return { ran, name: 'libs/tried', key: 'same', act: async () => (ran.push(1), { passed, failed, notRun: [], notes: [], output: '' }) };
  };
  const run = (suites: readonly object[], memory: object, fresh = false) => runSuites(suites, { slots: 2, before: memory, fresh, say: (line: string) => said.push(line) });

  it('does not run again what passed with the same inputs, and says so', async () => {
    const [memory, tried] = [before(), suite(3, 0)];
    await run([tried], memory);
    expect(await run([tried], memory)).toMatchObject([{ passed: 3, reused: true }]);
    expect(tried.ran).toHaveLength(1);
    expect(said.at(-1)).toContain('nothing it depends on has changed since');
  });

  it('runs it again when asked to', async () => {
    const [memory, tried] = [before(), suite(3, 0)];
    await run([tried], memory);
    await run([tried], memory, true);
    expect(tried.ran).toHaveLength(2);
  });

  it('runs again what failed', async () => {
    const [memory, tried] = [before(), suite(3, 1)];
    await run([tried], memory);
    await run([tried], memory);
    expect(tried.ran).toHaveLength(2);
  });

  it('counts a suite that crashes as failed', async () => {
    const crashing = { name: 'torn', act: () => Promise.reject(new Error('torn apart')) };
    expect(await run([crashing], before())).toMatchObject([{ failed: 1, output: expect.stringContaining('torn apart') }]);
  });
});

describe('Specs that want a Kafka', () => {
  const lacking = 'there is no `java`';
  const faults = { ONMARU_TEST_FAULTS: 'on' };

  it('run on one broker and on three where they can be started', () => expect(kafkaPlaces({ all: true, env: faults }, undefined)).toEqual({ kinds: ['on one broker', 'on three brokers', 'on a platform of its own'], why: {} }));

  it('bring faults about only where that is asked for', () => expect(kafkaPlaces({ all: true, env: {} }, undefined)).toEqual({ kinds: ['on one broker', 'on three brokers'], why: { faultSpecs: expect.stringContaining('ONMARU_TEST_FAULTS=on') } }));

  it('run on the one that is given, and those that kill brokers on their own', () => {
    const env = { KAFKA_BROKERS: '127.0.0.1:9092' };
    expect(kafkaPlaces({ all: true, env: { ...env, ...faults } }, undefined)).toEqual({ kinds: ['on Kafka', 'on three brokers that die', 'on a platform of its own'], why: {} });
    expect(kafkaPlaces({ all: true, env }, lacking)).toEqual({ kinds: ['on Kafka'], why: { clusterSpecs: lacking, faultSpecs: lacking } });
  });

  it('are named with what is missing where there is none, or where only npm is asked for', () => {
    expect(kafkaPlaces({ all: true, env: {} }, lacking)).toEqual({ kinds: [], why: { kafkaSpecs: lacking, clusterSpecs: lacking, faultSpecs: lacking } });
    expect(kafkaPlaces({ all: false, env: { KAFKA_BROKERS: '127.0.0.1:9092' } })).toMatchObject({ kinds: [], why: { kafkaSpecs: expect.stringContaining('npm run test:all') } });
  });
});

describe('Specs that want containers', () => {
  const projects = [{ folder: 'apps/setup', composeSpecs: ['apps/setup/src/a.compose-spec.ts'] }, { folder: 'apps/cases', composeSpecs: [] }];
  const planned = (all: boolean, lacking?: string) => composeSuites('.', projects, { all, env: {}, key: 'key' }, ...(lacking === undefined ? [] : [lacking]));

  it('run by themselves where there is Docker', () => expect(planned(true, '')).toMatchObject({ suites: [{ name: 'apps/setup in containers', alone: true, key: 'key' }], notRun: [] }));

  it('are named with what is missing where there is none, or where only npm is asked for', () => {
    expect(planned(true, 'no Docker engine answers')).toEqual({ suites: [], notRun: ['apps/setup/src/a.compose-spec.ts (no Docker engine answers)'] });
    expect(planned(false)).toEqual({ suites: [], notRun: ['apps/setup/src/a.compose-spec.ts (needs Docker: `npm run test:all` runs it)'] });
  });

  it('miss Docker where nobody answers by that name', () => expect(withoutDocker({ PATH: '/nowhere' })).toContain('no Docker engine answers: install Docker'));
});

describe('Specs that want an EventStoreDB', () => {
  it('run on the one that is given, and only where everything is asked for', () => {
    const env = { EVENTSTORE_URL: 'esdb://127.0.0.1:2113?tls=false' };
    expect(eventStoreDbLacking({ all: true, env })).toBeUndefined();
    expect(eventStoreDbLacking({ all: false, env })).toContain('npm run test:all');
  });

  it('are named with how to give them one where there is none', () => expect(eventStoreDbLacking({ all: true, env: {} })).toContain('set EVENTSTORE_URL'));
});

describe('Specs that look at the chart', () => {
  it('are named with every program that is missing, and how to get it', () => {
    const lacks = chartLacks({ all: true, env: { PATH: '/nowhere' } });
    for (const program of ['helm', 'kubernetes-validate', 'promtool']) expect(lacks).toContain(`there is no \`${program}\` (`);
  });

  it('are named where only npm is asked for', () => expect(chartLacks({ all: false, env: process.env })).toContain('npm run test:all'));
});

describe('What a suite depends on', () => {
  const keys = (files: Files, env: NodeJS.ProcessEnv = {}) => {
    const { root, remove } = workspace(files);
    try {
      return fingerprints(root, projectsOf(root), env);
    } finally {
      remove();
    }
  };
  const both = ['@onmaru/cli', '@onmaru/time'];

  it.each([
    ['a file of its own', { 'apps/cli/src/main.ts': 'export {};' }, {}],
    ['a file of what it imports', { 'libs/time/src/index.ts': 'export {};' }, {}],
    ['a file that is new', { 'libs/time/golden/one.json': '{}' }, {}],
    ['the packages', { 'package-lock.json': '{}' }, {}],
    ['the environment', {}, { ONMARU_TEST_DATA: '/elsewhere' }],
  ])('is more than before with a change of %s', (_what, files, env) => {
    expect(keys({ ...clean, ...files }, env).of(both)).not.toBe(keys(clean).of(both));
  });

  it('is the same with a change elsewhere', () => {
    expect(keys({ ...clean, 'apps/routing/src/main.ts': 'export {};' }).of(both)).toBe(keys(clean).of(both));
  });

  it('is every file for what reaches all', () => {
    expect(keys({ ...clean, 'README.md': 'npm start' }).whole()).not.toBe(keys(clean).whole());
    expect(keys(clean).whole()).toBe(keys(clean).whole());
  });

  it('reaches through what it imports', () => {
    const to = (target: string) => [{ target }];
    const graph = { nodes: { a: {}, b: {}, c: {}, d: {} }, dependencies: { a: to('b'), b: [...to('c'), ...to('npm:pg')], c: to('a'), d: to('a') } };
    expect([...closure(graph, 'a')].sort()).toEqual(['a', 'b', 'c']);
  });

  it('is remembered with the packages', () => {
    const { root, remove } = workspace({});
    passedBefore(root).keep('libs/tried', { key: 'one', passed: 1 });
    const found = passedBefore(root).find('libs/tried', 'one');
    remove();
    expect(found).toMatchObject({ passed: 1 });
  });
});

describe('npm test', () => {
  const tools = ['tools/test.mjs', 'tools/lint.mjs', 'tools/projects.mjs', 'tools/run.mjs', 'tools/rulebook.mjs', 'tools/newcomer-check.mjs', 'tools/links.mjs', 'tools/prepare.mjs', 'tools/kafka', 'tools/suites'];
  const small = Object.fromEntries(Object.entries(clean).filter(([path]) => path.startsWith('libs/time/')));

  it('ends with the count over everything, after what did not run, and fails when anything did', () => {
    const { root, remove } = workspace(
      {
        ...small,
        'apps/.keep': '',
        'docs/rulebook.md': 'out of date',
        'bench/speed.spec.mjs': 'export {};',
        'tools/newcomer-questions.json': '[{ "question": "When?", "path": "libs/time/src/index.ts" }]',
        'libs/time/jest.config.mjs': preset,
        'libs/time/src/days.spec.ts': `it('holds', () => expect(1).toBe(1));`,
        'libs/time/src/clock.e2e-spec.ts': passing(),
        'libs/time/src/clock.kafka-spec.ts': passing(),
        'libs/time/src/clock.compose-spec.ts': passing(),
        'libs/time/src/clock.eventstoredb-spec.ts': passing(),
        'libs/time/src/clock.chart-spec.ts': passing(),
      },
      tools,
    );
    const { status, stdout } = spawnSync(process.execPath, [join(root, 'tools/test.mjs')], { cwd: root, encoding: 'utf8' });
    remove();
    const lines = stdout.trim().split('\n');
    expect(lines.slice(lines.indexOf('Failed:'))).toEqual([
      'Failed:',
      '  lint: rulebook',
      '  specs',
      '',
      'Not run:',
      '  libs/time/src/clock.kafka-spec.ts (needs a Kafka: `npm run test:all` runs it)',
      '  libs/time/src/clock.chart-spec.ts (needs helm: `npm run test:all` runs it)',
      '  libs/time/src/clock.eventstoredb-spec.ts (needs an EventStoreDB: `npm run test:all` runs it on the one at EVENTSTORE_URL)',
      '  libs/time/src/clock.compose-spec.ts (needs Docker: `npm run test:all` runs it)',
      '  libs/time/src/clock.e2e-spec.ts (needs a browser: `npm run test:all` runs it)',
      '',
      '8 passed, 2 failed',
    ]);
    expect(status).toBe(1);
  });
});
