import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { NotStarted } from './not-started.js';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

/** Brokers that end with this program; what they hold stays in `folder`. */
export type LocalKafka = { readonly brokers: string; stop(): Promise<void> };

/** Starts one broker. Throws {@link NotStarted}. */
export const startKafka = async (folder: string): Promise<LocalKafka> => {
  const child = spawn(process.execPath, ['tools/kafka.mjs', 'run', '--folder', folder], { cwd: ROOT, detached: true, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  const exit = once(child, 'exit');
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await exit;
  };
  for await (const line of createInterface({ input: child.stdout as Readable })) {
    const brokers = /^KAFKA_BROKERS=(.+)$/.exec(line)?.[1];
    if (brokers !== undefined) return { brokers, stop };
  }
  throw new NotStarted('Kafka');
};
