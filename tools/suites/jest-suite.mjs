import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { nodeOf, run } from '../run.mjs';

const LINGERS = 30_000; // how long a run may go on after its last test

const linesOf = (path) => (existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter((line) => line.trim() !== '') : []);

const counted = (root, specs, report) => {
  const suites = (report?.testResults ?? []).map(({ name, status, assertionResults }) => {
    const of = (...statuses) => assertionResults.filter((result) => statuses.includes(result.status)).length;
    return { path: relative(root, name), broken: status === 'failed' && of('failed') === 0, passed: of('passed'), failed: of('failed'), skipped: of('pending', 'todo', 'disabled') };
  });
  const sum = (pick) => suites.reduce((total, suite) => total + pick(suite), 0);
  return {
    passed: sum(({ passed }) => passed),
    failed: sum(({ failed, broken }) => failed + (broken ? 1 : 0)),
    notRun: suites.filter(({ skipped }) => skipped > 0).map(({ path, skipped }) => `${path}: ${skipped} left out by the spec itself`),
    troubles: [
      ...specs.filter((path) => !suites.some((suite) => suite.path === path)).map((path) => `${path} was never run.`),
      ...suites.filter((suite) => suite.passed + suite.failed + suite.skipped === 0 && !suite.broken).map(({ path }) => `${path} holds no test.`),
    ],
  };
};

/**
 * Runs specs of one project to their end → `{ passed, failed, notRun, notes, output }`. A spec that did not run, a suite
 * without tests, a crash and a run that does not end by itself are failures. `notes` are the lines that the specs have
 * written to the file `ONMARU_TEST_NOTES`.
 * @param {string} root
 * @param {{ folder: string, specs: readonly string[], args?: readonly string[], limit?: number, lingers?: number, env?: NodeJS.ProcessEnv }} suite
 */
export const jestSuite = async (root, { folder, specs, args = [], limit = 20 * 60_000, lingers = LINGERS, env = {} }) => {
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'onmaru-test-')));
  const [report, notes] = [join(scratch, 'report.json'), join(scratch, 'notes')];
  const jest = ['--experimental-vm-modules', '--no-warnings=ExperimentalWarning', join(root, 'node_modules/jest/bin/jest.js')];
  const overdue = () => existsSync(report) && Date.now() - statSync(report).mtimeMs > lingers;
  const { code, output } = await run(nodeOf(root), [...jest, '--ci', '--json', `--outputFile=${report}`, ...args], { cwd: join(root, folder), env: { ONMARU_TEST_NOTES: notes, ...env }, limit, overdue });
  const ended = existsSync(report);
  const { passed, failed, notRun, troubles } = counted(root, specs, ended ? JSON.parse(readFileSync(report, 'utf8')) : undefined);
  const said = linesOf(notes);
  rmSync(scratch, { recursive: true });
  if (code === 'late') troubles.push(ended ? 'It did not end by itself: something that it started was left running.' : `It was stopped after ${Math.round(limit / 1000)} s.`);
  else if (code !== 0 && failed + troubles.length === 0) troubles.push(`It ended with code ${code}.`);
  return { passed, failed: failed + troubles.length, notRun, notes: said, output: [output.trim(), ...troubles].join('\n') };
};
