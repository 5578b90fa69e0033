import { backOff } from '@onmaru/read-models';
import type { Keyed } from '../key-order.js';

/** One thing to do on the lane of a tenant and key. A rejection means: again later, and what follows on the lane waits. */
export type Task = Keyed & {
  readonly act: () => Promise<void>;
  /** True when it is nobody's business any more. */
  readonly isVoid: () => boolean;
};

export type Lanes = {
  add(task: Task): void;
  /** What holds a lane up at the moment. */
  failing(): string | undefined;
  /** Begins nothing more; resolves when what was begun has ended. */
  stop(): Promise<void>;
};

type Lane = { readonly tasks: Task[]; failures: number; reason?: string };

/** Does tasks lane by lane in their order, at most `concurrency` at a time; a lane whose task failed rests, and takes nobody's place. */
export const lanes = (concurrency: number): Lanes => {
  const all = new Map<string, Lane>();
  const ready: string[] = [];
  const resting = new Set<NodeJS.Timeout>();
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  let [busy, isStopped] = [0, false];

  const rest = (name: string, lane: Lane): void => {
    const timer = setTimeout(() => {
      resting.delete(timer);
      ready.push(name);
      begin();
    }, backOff(lane.failures));
    resting.add(timer);
  };

  const leave = (name: string, lane: Lane): void => {
    lane.tasks.shift();
    lane.failures = 0;
    delete lane.reason;
    if (lane.tasks.length > 0) ready.push(name);
    else all.delete(name);
  };

  const work = async (name: string, lane: Lane, task: Task): Promise<void> => {
    try {
      await task.act();
      leave(name, lane);
    } catch (error) {
      lane.failures += 1;
      lane.reason = error instanceof Error ? error.message : 'unknown';
      if (!isStopped) rest(name, lane);
    } finally {
      busy -= 1;
      begin();
    }
  };

  const begin = (): void => {
    while (!isStopped && busy < concurrency && ready.length > 0) {
      const name = ready.shift() ?? '';
      const lane = all.get(name);
      const task = lane?.tasks[0];
      if (!lane || !task) continue;
      if (task.isVoid()) {
        leave(name, lane);
        continue;
      }
      busy += 1;
      void work(name, lane, task);
    }
    if (isStopped && busy === 0) end();
  };

  return {
    add(task) {
      const name = `${task.tenant}/${task.key}`;
      const lane = all.get(name);
      if (lane) return void lane.tasks.push(task);
      all.set(name, { tasks: [task], failures: 0 });
      ready.push(name);
      begin();
    },
    failing: () => [...all.values()].find(({ reason }) => reason !== undefined)?.reason,
    stop() {
      isStopped = true;
      resting.forEach(clearTimeout);
      begin();
      return ended;
    },
  };
};
