import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@onmaru/local-postgres';
import type { Process } from '../nemesis/next-kill.js';
import { child } from './child.js';
import { brokersOf, postmasterOf, programsOf } from './processes.js';

/** The platform as `npm run start:distributed` starts it, between three brokers, on a folder of its own. */
export type Platform = {
  readonly url: string;
  /** The key of whoever runs it. */
  readonly operator: string;
  readonly brokers: readonly string[];
  /** What stands before its topics and groups. */
  readonly prefix: string;
  /** A superuser's URL of its database. */
  readonly database: string;
  /** Where that keeps what it holds. */
  readonly databaseFolder: string;
  /** The numbers of what runs by that name now. */
  readonly running: (name: Process) => readonly number[];
  isReady(position?: number): Promise<boolean>;
  /** Ends everything that was started, and leaves nothing. */
  stop(): Promise<void>;
};

/** How long everything may take to start, in milliseconds. */
const PATIENCE = 180_000;
const PREFIX = 'faults.';

const databaseOf = (data: string): string => {
  const folder = join(data, 'postgres');
  const port = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[3] ?? '';
  return `postgres://onmaru:${encodeURIComponent(readFileSync(join(folder, 'onmaru.password'), 'utf8'))}@127.0.0.1:${port}/onmaru`;
};

/** Starts it; what it says is kept in the folder `kept`. `stopping` gives up what is under way. */
export const startPlatform = async (kept: string, stopping: AbortSignal): Promise<Platform> => {
  const held = new AsyncDisposableStack();
  try {
    const folder = mkdtempSync(join(tmpdir(), 'onmaru-faults-'));
    held.defer(() => rmSync(folder, { recursive: true, force: true }));
    chmodSync(folder, 0o711);
    const [data, cluster] = [join(folder, 'data'), join(folder, 'kafka')];
    const kafka = held.adopt(child(['tools/kafka.mjs', 'run', '--brokers', '3', '--folder', cluster], {}, join(kept, 'kafka.log')), (one) => one.stop());
    const brokers = await kafka.says(/^KAFKA_BROKERS=(.+)$/m);
    stopping.throwIfAborted();
    const url = `http://127.0.0.1:${await freePort()}`;
    const environment = { ONMARU_PORT: new URL(url).port, ONMARU_DATA: data, ONMARU_DEMO: 'off', KAFKA_BROKERS: brokers, ONMARU_KAFKA_PREFIX: PREFIX };
    const args = ['--disable-warning=TimeoutNegativeWarning', '--import', './tools/ts.mjs', 'apps/standalone/src/distributed/main.ts'];
    const platform = held.adopt(child(args, environment, join(kept, 'platform.log')), (one) => one.stop());
    const isReady = async (position = 0): Promise<boolean> => {
      const [answered] = await Promise.allSettled([fetch(`${url}/readyz?position=${position}`, { signal: AbortSignal.timeout(10_000) })]);
      return answered.status === 'fulfilled' && answered.value.ok;
    };
    for (const end = performance.now() + PATIENCE; !(await isReady()); await pause(200)) {
      stopping.throwIfAborted();
      if (platform.hasEnded() || performance.now() > end) throw new Error(`The platform did not start; see ${join(kept, 'platform.log')}`);
    }
    return {
      url,
      operator: readFileSync(join(data, 'platform-key'), 'utf8').trim(),
      brokers: brokers.split(','),
      prefix: PREFIX,
      database: databaseOf(data),
      databaseFolder: join(data, 'postgres'),
      running(name) {
        if (name === 'kafka') return brokersOf(cluster);
        const pid = name === 'postgres' ? postmasterOf(data) : programsOf(platform.pid).get(name);
        return pid === null || pid === undefined ? [] : [pid];
      },
      isReady,
      stop: () => held.disposeAsync(),
    };
  } catch (error) {
    await held.disposeAsync();
    throw error;
  }
};
