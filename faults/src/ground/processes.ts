import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Empty where the process, or the file, has gone meanwhile. */
const readOr = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return '';
    throw error;
  }
};

/** Whether a process is there and not only waits to be buried. */
export const isRunning = (pid: number): boolean => !['', 'Z'].includes(/^State:\s+(\w)/m.exec(readOr(`/proc/${pid}/status`))?.[1] ?? '');

/** The programs that a platform runs as processes of their own, by the name of their app. */
export const programsOf = (pid: number): ReadonlyMap<string, number> =>
  new Map(
    readdirSync('/proc').flatMap((entry) => {
      if (!/^\d+$/.test(entry) || Number(/^PPid:\s+(\d+)/m.exec(readOr(`/proc/${entry}/status`))?.[1]) !== pid) return [];
      const app = /apps\/(\w+)\/src\/main\.ts/.exec(readOr(`/proc/${entry}/cmdline`))?.[1];
      return app === undefined || !isRunning(Number(entry)) ? [] : [[app, Number(entry)] as const];
    }),
  );

/** The postmaster of a data folder, where one runs. */
export const postmasterOf = (data: string): number | null => {
  const pid = Number(readOr(join(data, 'postgres', 'postmaster.pid')).split('\n')[0]);
  return pid > 0 && isRunning(pid) ? pid : null;
};

/** The brokers that run in a folder of `npm run kafka`. */
export const brokersOf = (folder: string): readonly number[] => {
  const file = join(folder, 'cluster.json');
  const said = existsSync(file) ? readOr(file) : '';
  return [...said.matchAll(/"pid":(\d+)/g)].map(([, pid]) => Number(pid)).filter(isRunning);
};
