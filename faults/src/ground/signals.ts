import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { isRunning } from './processes.js';

/** A process and whatever it has started. */
const family = (pid: number): readonly number[] => {
  const children = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry) && parentOf(entry) === pid).map(Number);
  return [pid, ...children.flatMap(family)];
};

const parentOf = (entry: string): number => {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${entry}/status`, 'utf8'))?.[1]);
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return -1;
    throw error;
  }
};

/** Stops processes and whatever they have started in their tracks, as if their machine hung, and lets them go on after `act`. */
export const asleep = async <T>(pids: readonly number[], act: () => Promise<T>): Promise<T> => {
  const all = pids.flatMap(family);
  for (const pid of all) process.kill(pid, 'SIGSTOP');
  try {
    return await act();
  } finally {
    for (const pid of all.filter(isRunning)) process.kill(pid, 'SIGCONT');
  }
};

/** Asks a process to end; how long that took, in milliseconds. */
export const ended = async (pid: number, signal: 'SIGTERM' | 'SIGKILL'): Promise<number> => {
  const began = performance.now();
  process.kill(pid, signal);
  while (isRunning(pid)) await pause(10);
  return performance.now() - began;
};
