import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export const isAlive = (pid: number): boolean => {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** The command line of a running process, empty when there is none or the system does not tell. */
export const commandLine = (pid: number): string => {
  if (!isAlive(pid)) return '';
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' });
  } catch (error) {
    if (isAlive(pid)) throw error;
    return '';
  }
};

/** Waits until the process is gone; false when it is still there after `milliseconds`. */
export const hasEnded = async (pid: number, milliseconds: number): Promise<boolean> => {
  for (const until = performance.now() + milliseconds; performance.now() < until; ) {
    if (!isAlive(pid)) return true;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return !isAlive(pid);
};
