import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eslint, imports } from '../lint.mjs';
import { linksCheck } from '../links.mjs';
import { newcomerCheck } from '../newcomer-check.mjs';
import { consoleIsBuilt } from '../prepare.mjs';
import { rulebookCheck } from '../rulebook.mjs';
import { nodeOf, run } from '../run.mjs';
import { chartSuites } from './chart-suites.mjs';
import { composeSuites } from './compose-suites.mjs';
import { straySpecs } from './discover.mjs';
import { eventStoreDbSuites } from './eventstoredb-suites.mjs';
import { jestSuite } from './jest-suite.mjs';
import { kafkaSuites } from './kafka-suites.mjs';
import { closure, fingerprints } from './passed-before.mjs';

const asResult = ({ ok, output }) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, notRun: [], notes: [], output });

const typecheck = async (root) => {
  const { code, output } = await run(nodeOf(root), [join(root, 'node_modules/typescript/bin/tsc'), '-b', '--pretty', 'false'], { cwd: root });
  return asResult({ ok: code === 0, output });
};

/** Debian's Chromium, or the browser at CHROMIUM_PATH; undefined when there is none. */
export const chromium = (env = process.env) => [env.CHROMIUM_PATH, '/usr/bin/chromium'].find((path) => path && existsSync(path));

// Their tests start or read other projects, which no import tells.
const REACHES_ALL = new Set(['type:composition', 'type:cli', 'type:web', 'type:e2e', 'type:tools', 'type:bench']);

/**
 * What is to be run → `{ suites, notRun }`. A suite is `{ name, key, act }`, where `key` is its fingerprint: the same
 * key, the same outcome; without a key it is always run. `notRun` names what this machine, or this mode, leaves out.
 */
export const plan = (root, projects, { all, env, workers }) => {
  const drawn = join(root, '.nx/graph.json');
  const graph = existsSync(drawn) ? JSON.parse(readFileSync(drawn, 'utf8')).graph : undefined;
  const fingerprint = fingerprints(root, projects, env);
  const browser = chromium(env);
  const withBrowser = all && browser !== undefined;
  const strays = straySpecs(root, projects);
  const checks = [
    { name: 'lint: code', usually: 40, key: fingerprint.whole(), act: async () => asResult(await eslint(root)) },
    { name: 'lint: imports', key: fingerprint.whole(), act: async () => asResult(await imports(root)) },
    { name: 'lint: rulebook', act: async () => asResult(rulebookCheck(root)) },
    { name: 'lint: newcomer', act: async () => asResult(newcomerCheck(root)) },
    { name: 'lint: links', act: async () => asResult(linksCheck(root)) },
    { name: 'console', act: async () => asResult({ ok: consoleIsBuilt(root), output: 'The console is not built from its present sources; `npm test` tries to before it starts.' }) },
    { name: 'specs', act: async () => asResult({ ok: strays.length === 0, output: strays.map((path) => `${path} stands in no project: nothing runs it.`).join('\n') }) },
    { name: 'types', usually: 30, act: () => typecheck(root) },
  ];
  const specs = projects
    .filter((project) => project.specs.length > 0)
    .map(({ name, folder, type, specs }) => ({
      name: folder,
      usually: specs.length + (REACHES_ALL.has(type) ? 100 : 0),
      key: REACHES_ALL.has(type) || !graph ? fingerprint.whole() : fingerprint.of(closure(graph, name)),
      act: () => jestSuite(root, { folder, specs, env, args: [`--maxWorkers=${workers}`] }),
    }));
  const browserProjects = projects.filter(({ browserSpecs }) => browserSpecs.length > 0);
  const journeys = browserProjects.map(({ folder, browserSpecs }) => ({
    name: `${folder} in the browser`,
    key: fingerprint.whole(),
    alone: true,
    act: () => jestSuite(root, { folder, specs: browserSpecs, env: { ...env, CHROMIUM_PATH: browser }, args: ['--runInBand', '--testMatch=<rootDir>/{src,test}/**/*.e2e-spec.ts'] }),
  }));
  const kafka = kafkaSuites(root, projects, { all, env, key: fingerprint.whole() });
  const chart = chartSuites(root, projects, { all, env, key: fingerprint.whole() });
  const eventStoreDb = eventStoreDbSuites(root, projects, { all, env });
  const containers = composeSuites(root, projects, { all, env, key: fingerprint.whole() });
  const why = all ? 'no browser: neither CHROMIUM_PATH nor /usr/bin/chromium' : 'needs a browser: `npm run test:all` runs it';
  return {
    suites: [...checks, ...specs, ...kafka.suites, ...chart.suites, ...eventStoreDb.suites, ...containers.suites, ...(withBrowser ? journeys : [])],
    notRun: [...kafka.notRun, ...chart.notRun, ...eventStoreDb.notRun, ...containers.notRun, ...(withBrowser ? [] : browserProjects.flatMap(({ browserSpecs }) => browserSpecs.map((path) => `${path} (${why})`)))],
  };
};
