// `npm test`: lint, types and every project's specs. `--all` adds what this machine can give (a browser, a Kafka, containers); `--fresh` runs
// again what has passed before with the same inputs. The last line is `N passed, N failed`.
import { availableParallelism } from 'node:os';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projects } from './projects.mjs';
import { projectsOf } from './suites/discover.mjs';
import { passedBefore } from './suites/passed-before.mjs';
import { plan } from './suites/plan.mjs';
import { runSuites } from './suites/run-suites.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [all, fresh] = ['--all', '--fresh'].map((flag) => process.argv.includes(flag));
const cores = availableParallelism();
const slots = Math.min(cores, 4);
const data = process.env.ONMARU_TEST_DATA;
const env = data ? { ...process.env, ONMARU_TEST_DATA: resolve(root, data) } : process.env;
const say = (line) => console.log(line);

say('Lint, types and specs of every project; this takes some minutes the first time.');
const { ok, output } = await projects(root);
if (output) say(output);
say(`${ok ? 'ok    ' : 'FAILED'} lint: projects`);

const { suites, notRun } = plan(root, projectsOf(root), { all, env, workers: Math.max(1, Math.floor(cores / slots)) });
const results = await runSuites(suites, { slots, before: passedBefore(root), fresh, say });

const section = (title, lines) => lines.length > 0 && say([`\n${title}`, ...lines.map((line) => `  ${line}`)].join('\n'));
const sum = (pick) => results.reduce((total, result) => total + pick(result), 0);
const passed = sum((result) => result.passed) + (ok ? 1 : 0);
const failed = sum((result) => result.failed) + (ok ? 0 : 1);
section('Failed:', [...(ok ? [] : ['lint: projects']), ...results.filter((result) => result.failed > 0).map(({ name }) => name)]);
section('Not run again, because nothing they depend on has changed since they passed (`-- --fresh` runs them):', results.filter(({ reused }) => reused).map(({ name }) => name));
section('To know:', results.flatMap(({ name, notes }) => notes.map((note) => `${name}: ${note}`)));
section('Not run:', [...notRun, ...results.flatMap((result) => result.notRun)]);
say(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
