import { spawnSync } from 'node:child_process';
import { jestSuite } from './jest-suite.mjs';

/** Building images takes its time where nothing of them is there yet. */
const LIMIT = 60 * 60_000;

const CURE = 'install Docker and its Compose plugin, 2.24 or newer, and let this user reach it';

/** Why containers cannot be run here, or undefined when they can. */
export const withoutDocker = (env = process.env) => {
  const said = (...args) => {
    const { status, stdout } = spawnSync('docker', args, { env, encoding: 'utf8', timeout: 20_000 });
    return status === 0 ? stdout.trim() : undefined;
  };
  if (said('version', '--format', '{{.Server.Version}}') === undefined) return `no Docker engine answers: ${CURE}`;
  const [major = 0, minor = 0] = (said('compose', 'version', '--short') ?? '').replace(/^v/, '').split('.').map(Number);
  return major > 2 || (major === 2 && minor >= 24) ? undefined : `there is no Compose: ${CURE}`;
};

/** The suites of projects with specs that want containers, as `{ suites, notRun }`. */
export const composeSuites = (root, projects, { all, env, key }, lacking = all ? withoutDocker(env) : 'needs Docker: `npm run test:all` runs it') => {
  const wanting = projects.filter(({ composeSpecs }) => composeSpecs.length > 0);
  if (lacking) return { suites: [], notRun: wanting.flatMap(({ composeSpecs }) => composeSpecs.map((path) => `${path} (${lacking})`)) };
  const suites = wanting.map(({ folder, composeSpecs }) => ({
    name: `${folder} in containers`,
    key,
    alone: true,
    act: () => jestSuite(root, { folder, specs: composeSpecs, env, limit: LIMIT, args: ['--runInBand', '--testMatch=<rootDir>/{src,test}/**/*.compose-spec.ts'] }),
  }));
  return { suites, notRun: [] };
};
