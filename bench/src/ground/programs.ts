import { spawn, spawnSync } from 'node:child_process';

/** Runs a program of PostgreSQL against a database to its end. Answers what it printed and how long it took, in milliseconds. */
export type Program = (url: string, args: readonly string[], input?: NodeJS.ReadableStream) => Promise<{ readonly output: string; readonly ms: number }>;

const run = (name: string): Program => (url, args, input) =>
  new Promise((resolve, reject) => {
    const target = new URL(url);
    const env = { ...process.env, PGHOST: target.hostname, PGPORT: target.port, PGUSER: target.username, PGPASSWORD: target.password, PGDATABASE: target.pathname.slice(1) };
    const began = performance.now();
    const child = spawn(name, args, { env, stdio: 'pipe' });
    const [output, trouble]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => trouble.push(chunk));
    if (input) input.pipe(child.stdin);
    else child.stdin.end();
    child.on('error', reject);
    child.on('close', (code) => {
      const ms = performance.now() - began;
      if (code === 0) resolve({ output: Buffer.concat(output).toString('utf8'), ms });
      else reject(new Error(`${name} ended with ${code}: ${Buffer.concat(trouble).toString('utf8').trim()}`));
    });
  });

/** The program, or null on a machine that has none. */
export const foundProgram = (name: 'psql' | 'pgbench'): Program | null => (spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0 ? run(name) : null);
