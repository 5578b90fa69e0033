import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from '../chance.js';
import { nextKill, type Process } from './next-kill.js';

/** Who was killed, and when, in milliseconds since the campaign began. */
export type Killed = { readonly process: Process; readonly at: number };

export type Nemesis = { readonly from: Chance; readonly paceMs: number; readonly running: (name: Process) => readonly number[]; readonly now: () => number; readonly stop: AbortSignal };

/** Kills one process after the other without a warning, until `stop` aborts; `killed` is told of each. */
export const nemesis = async ({ from, paceMs, running, now, stop }: Nemesis, killed: (one: Killed) => void): Promise<void> => {
  while (!stop.aborted) {
    const { afterMs, victims } = nextKill(from, paceMs);
    await pause(afterMs, undefined, { signal: stop }).catch((error: unknown) => {
      if (!stop.aborted) throw error;
    });
    if (stop.aborted) return;
    for (const process of victims) {
      const pids = running(process);
      // Whoever is still away cannot be killed: it is the next one's turn.
      if (pids.length > 0 && kill(from.pick(pids))) killed({ process, at: now() });
    }
  }
};

/** Whether there was anybody to kill. */
const kill = (pid: number): boolean => {
  try {
    process.kill(pid, 'SIGKILL');
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
};
