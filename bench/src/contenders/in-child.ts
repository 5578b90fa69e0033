import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CHILD = fileURLToPath(new URL('child.ts', import.meta.url));
const LOADER = fileURLToPath(new URL('../../../tools/ts.mjs', import.meta.url));

/** A task and its result travel as JSON. */
export type Request = { readonly contender: string; readonly task: unknown };
export type Reply = { readonly result: unknown } | { readonly failed: string };

/**
 * Runs a contender, a file of this folder, in a process of its own: what a library does to its process, such as other
 * type parsers for all of `pg`, stays there.
 */
export const inChild = <Result>(contender: string, task: unknown): Promise<Result> =>
  new Promise((resolve, reject) => {
    const child = fork(CHILD, { execArgv: ['--import', LOADER, '--max-old-space-size=4096'], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    const trouble: Buffer[] = [];
    child.stderr?.on('data', (chunk: Buffer) => trouble.push(chunk));
    let reply: Reply | null = null;
    child.once('message', (message) => {
      reply = message as Reply;
    });
    child.once('error', reject);
    child.once('close', (code) => {
      if (reply && 'result' in reply) resolve(reply.result as Result);
      else reject(new Error(`${contender} failed: ${reply?.failed ?? `ended with ${code}: ${Buffer.concat(trouble).toString('utf8').slice(-2000)}`}`));
    });
    child.send({ contender, task } satisfies Request);
  });
