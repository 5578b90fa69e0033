import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '@onmaru/local-postgres';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

type Ended = { readonly code: number | null; readonly out: string; readonly said: string };
type Environment = Readonly<Record<string, string>>;

/** Runs a program in the clone to its end → its exit code, and what it printed to both outputs. */
export const run = async ([program = '', ...args]: readonly string[], environment: Environment = {}): Promise<Ended> => {
  const child = spawn(program, args, { cwd: ROOT, env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  const closed = new Promise<number | null>((ended, failed) => child.once('error', failed).once('close', ended));
  const [code, out, said] = await Promise.all([closed, text(child.stdout), text(child.stderr)]);
  return { code, out: out.trim(), said };
};

/** What is printed by a program that must end well. */
export const output = async (command: readonly string[], environment: Environment = {}): Promise<string> => {
  const { code, out, said } = await run(command, environment);
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${String(code)}: ${`${out}\n${said}`.slice(-3000)}`);
  return out;
};

/** Repeats `look` until it finds something. */
export const until = async <T>(what: string, patience: number, look: () => Promise<T | null>): Promise<T> => {
  for (const end = performance.now() + patience; ; await pause(500)) {
    const found = await look();
    if (found !== null) return found;
    if (performance.now() > end) throw new Error(`${what} took more than ${patience / 1000} s`);
  }
};

/** What Docker says of a container. */
export type Container = {
  readonly Name: string;
  readonly State: { readonly Running: boolean; readonly ExitCode: number };
  readonly Config: { readonly User: string; readonly Env: readonly string[] };
  readonly HostConfig: { readonly ReadonlyRootfs: boolean; readonly CapDrop: readonly string[] | null; readonly SecurityOpt: readonly string[] | null; readonly Privileged: boolean };
  readonly NetworkSettings: { readonly Ports: Readonly<Record<string, readonly { readonly HostIp: string }[] | null>> };
};

/** A platform in containers of its own, from images that are built now. */
export const containers = async (given: Environment) => {
  const project = `onmaru-test-${randomBytes(4).toString('hex')}`;
  const url = `http://127.0.0.1:${await freePort()}`;
  const environment = { ...given, COMPOSE_PROJECT_NAME: project, ONMARU_PORT: new URL(url).port, ONMARU_VERSION: 'test', ONMARU_BUILD_NETWORK: process.env['ONMARU_BUILD_NETWORK'] ?? 'host', DOCKER_BUILDKIT: '1' };
  const compose = (...args: readonly string[]): Promise<string> => output(['docker', 'compose', ...args], environment);
  const idOf = (service: string): Promise<string> =>
    output(['docker', 'ps', '--all', '--quiet', '--filter', `label=com.docker.compose.project=${project}`, '--filter', `label=com.docker.compose.service=${service}`]);
  const inspect = async (service: string): Promise<Container> => (JSON.parse(await output(['docker', 'inspect', await idOf(service)])) as readonly [Container])[0];
  return {
    url,
    compose,
    inspect,
    /** Starts a part that was killed, and nothing of what it stands on. */
    startAgain: async (service: string): Promise<void> => void (await output(['docker', 'start', await idOf(service)])),
    build: () => compose('build'),
    isReady: async (): Promise<true | null> => {
      const [answered] = await Promise.allSettled([fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5000) })]);
      return answered.status === 'fulfilled' && answered.value.ok ? true : null;
    },
    /** The command line, as whoever runs the platform. */
    onmaru: async (...args: readonly string[]): Promise<Ended> => {
      const token = (await compose('run', '--rm', '--no-deps', '-T', 'setup', 'key')).trim();
      return run([process.execPath, '--import', './tools/ts.mjs', 'apps/cli/src/main.ts', ...args], { ONMARU_URL: url, ONMARU_TOKEN: token });
    },
    remove: () => run(['docker', 'compose', 'down', '--volumes', '--timeout', '20'], environment),
  };
};

export type Containers = Awaited<ReturnType<typeof containers>>;
