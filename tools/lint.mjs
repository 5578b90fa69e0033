// `npm run lint [-- PATH …]`: the workspace's laws, those of the code on these paths alone. Each check → { check, ok, output }.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { linksCheck } from './links.mjs';
import { newcomerCheck } from './newcomer-check.mjs';
import { projects } from './projects.mjs';
import { rulebookCheck } from './rulebook.mjs';
import { nodeOf, run } from './run.mjs';

const bin = (root, script, args) => run(nodeOf(root), [join(root, 'node_modules', script), ...args], { cwd: root });

/** eslint prints this, and passes, when it finds no project graph: a law that is silently off. */
export const SKIPPED = 'The rule will be skipped';

export const eslint = async (root, paths = ['.']) => {
  const folder = mkdtempSync(join(tmpdir(), 'onmaru-lint-'));
  const report = join(folder, 'report.json');
  const { code, output } = await bin(root, 'eslint/bin/eslint.js', [...paths, '--max-warnings=0', '--format=json', `--output-file=${report}`]);
  const files = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : [];
  rmSync(folder, { recursive: true });
  const lines = files.flatMap(({ filePath, messages }) =>
    messages.map(({ line = 1, column = 1, ruleId, message }) => `${relative(root, filePath)}:${line}:${column} ${message.split('\n')[0]} (${ruleId ?? 'syntax'})`),
  );
  if (output.includes(SKIPPED)) lines.push('The law of imports between projects was not applied: eslint found no project graph.');
  if (files.length === 0) lines.push('Not one file was looked at.', output);
  return { check: 'code', ok: code === 0 && lines.length === 0, output: lines.join('\n') || (code === 0 ? '' : output) };
};

/** dependency-cruiser refuses a law whose pattern it finds too costly, and says so in passing only. */
export const UNSAFE = 'unsafe regular expression';

export const imports = async (root) => {
  const folders = ['apps', 'libs'].filter((folder) => existsSync(join(root, folder)));
  const { code, output } = await bin(root, 'dependency-cruiser/bin/dependency-cruiser.mjs', [...folders, '--config', '.dependency-cruiser.cjs', '--output-type', 'err']);
  const looked = /[^\d](\d+) modules/.exec(output)?.[1];
  const blind = output.includes(UNSAFE) || looked === undefined || looked === '0';
  return { check: 'imports', ok: code === 0 && !blind, output: blind ? `Not one import was looked at.\n${output}` : code === 0 ? '' : output.replace(/→\s*\n\s+/g, '→ ').trim() };
};

/** The nets alone: what may import what, and what a file may do. */
export const nets = async (root, paths) => {
  const graph = await projects(root);
  return [graph, ...(await Promise.all([eslint(root, paths), imports(root)]))];
};

export const lint = async (root, paths) => [...(await nets(root, paths)), rulebookCheck(root), newcomerCheck(root), linksCheck(root)];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const paths = process.argv.slice(2);
  const results = await lint(dirname(dirname(process.argv[1])), paths.length > 0 ? paths : undefined);
  for (const { check, ok, output } of results) {
    if (output) console.log(output);
    console.log(`${ok ? 'ok    ' : 'FAILED'} lint: ${check}`);
  }
  process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
}
