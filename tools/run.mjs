import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The Node that the workspace brings for this platform, else the one at hand. */
export const nodeOf = (root) => {
  const brought = join(root, 'node_modules/.bin/node');
  return existsSync(brought) ? brought : process.execPath;
};

const running = new Set();

const killGroup = (pid) => {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error; // gone by itself in the meantime
  }
};

for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143]]) {
  process.on(signal, () => {
    running.forEach(killGroup);
    process.exit(code);
  });
}

/**
 * Runs a program to its end → `{ code, output }`: standard output and error in one text, which goes through a file so
 * that nothing a program leaves behind can hold it open. One that runs longer than `limit` milliseconds, or for which
 * `overdue()` says so (asked every second), is killed with its group; its `code` is then `late`.
 */
export const run = (program, args, { cwd, env = {}, limit = 30 * 60_000, overdue = () => false }) =>
  new Promise((resolve, reject) => {
    const folder = mkdtempSync(join(tmpdir(), 'onmaru-run-'));
    const file = join(folder, 'output');
    const written = openSync(file, 'w');
    const started = performance.now();
    let late = false;
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, detached: true, stdio: ['ignore', written, written] });
    closeSync(written);
    running.add(child.pid);
    const watch = setInterval(() => {
      if (late || (performance.now() - started < limit && !overdue())) return;
      late = true;
      killGroup(child.pid);
    }, 1000);
    const settle = (end) => {
      clearInterval(watch);
      running.delete(child.pid);
      const output = readFileSync(file, 'utf8');
      rmSync(folder, { recursive: true });
      end(output);
    };
    child.on('error', (error) => settle(() => reject(error)));
    child.on('exit', (code, signal) => settle((output) => resolve({ code: late ? 'late' : (code ?? signal), output })));
  });
