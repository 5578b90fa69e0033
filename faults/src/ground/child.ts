import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

export type Child = {
  readonly pid: number;
  /** Resolves with the first line of its output that `pattern` finds; rejects when it ends before. */
  says(pattern: RegExp): Promise<string>;
  hasEnded(): boolean;
  /** Asks it to end, and resolves when it has. */
  stop(): Promise<void>;
};

/** Starts a file of this repository in a group of its own, so that a Ctrl-C is for us alone; what it says goes to `log`. */
export const child = (args: readonly string[], environment: Readonly<Record<string, string>>, log: string): Child => {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(ONMARU_|KAFKA_)/.test(name)));
  const started: ChildProcess = spawn(process.execPath, [...args], { cwd: ROOT, detached: true, env: { ...inherited, ...environment }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const file = createWriteStream(log, { flags: 'a' });
  let said = '';
  for (const output of [started.stdout, started.stderr]) {
    output?.setEncoding('utf8').on('data', (text: string) => {
      file.write(text);
      said = (said + text).slice(-20_000);
    });
  }
  const ended = once(started, 'exit').then(() => file.end());
  const hasEnded = (): boolean => started.exitCode !== null || started.signalCode !== null;
  return {
    pid: started.pid as number,
    hasEnded,
    says: (pattern) =>
      new Promise((found, failed) => {
        const look = (): void => {
          const [, text] = pattern.exec(said) ?? [];
          if (text !== undefined) found(text);
        };
        started.stdout?.on('data', look);
        void ended.then(() => failed(new Error(`${args.join(' ')} ended:\n${said.slice(-2000)}`)));
        look();
      }),
    async stop() {
      if (!hasEnded()) started.kill('SIGTERM');
      await ended;
    },
  };
};
