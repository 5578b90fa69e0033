import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesIn } from './discover.mjs';

const ENVIRONMENT = ['ONMARU_TEST_DATA', 'CHROMIUM_PATH', 'PG_BIN_DIR', 'KAFKA_BROKERS', 'EVENTSTORE_URL', 'DOCKER_HOST', 'TZ', 'LANG', 'LC_ALL'];
const ROOT_FILES = /^(?:package(?:-lock)?\.json|tsconfig.*\.json|.*\.(?:mjs|cjs)|nx\.json)$/;

const sha = (parts) => parts.reduce((hash, part) => hash.update(part).update('\0'), createHash('sha256')).digest('hex');

const data = (folder) =>
  folder && existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
        .map((path) => `${path} ${statSync(path).size} ${statSync(path).mtimeMs}`)
    : [];

/** Everything that a project's code can reach in the workspace; `graph` is what `nx graph` wrote. */
export const closure = (graph, name) => {
  const seen = new Set([name]);
  for (const project of seen) (graph.dependencies[project] ?? []).filter(({ target }) => target in graph.nodes).forEach(({ target }) => seen.add(target));
  return seen;
};

/**
 * Fingerprints of what a suite's outcome may depend on, besides the packages, Node, the root's configuration and the
 * environment that tests look at: `of(names)` adds the files of these projects, `whole()` every file of the workspace.
 */
export const fingerprints = (root, projects, env = process.env) => {
  const read = (path) => [path, readFileSync(join(root, path))];
  const files = new Map(projects.map(({ name, files: paths }) => [name, sha(paths.flatMap(read))]));
  const ground = sha([
    process.version,
    ...ENVIRONMENT.map((name) => `${name}=${env[name] ?? ''}`),
    ...data(env.ONMARU_TEST_DATA),
    ...readdirSync(root).filter((name) => ROOT_FILES.test(name)).sort().flatMap(read),
  ]);
  const whole = sha([ground, ...filesIn(root, '.').flatMap(read)]);
  return { of: (names) => sha([ground, ...[...names].sort().map((name) => `${name} ${files.get(name)}`)]), whole: () => whole };
};

/** What has passed here before, kept with the installed packages: installing anew forgets it. */
export const passedBefore = (root) => {
  const path = join(root, 'node_modules/.cache/onmaru/passed.json');
  const kept = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  return {
    seconds: (suite) => kept[suite]?.seconds,
    find: (suite, key) => (kept[suite]?.key === key ? kept[suite] : undefined),
    keep: (suite, result) => {
      kept[suite] = result;
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, JSON.stringify(kept, null, 1));
    },
  };
};
