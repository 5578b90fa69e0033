import type { Position } from '@onmaru/event-sourcing';

type Waiter = { readonly met: () => boolean; readonly done: (reached: boolean) => void };

/** How far each of several followers of the log has got, and a way to wait for them. */
export type Progress = {
  set(name: string, position: Position): void;
  get(name: string): Position;
  /** The position that every follower has reached. */
  lowest(): Position;
  /** True as soon as every follower (or `name`) has reached `position`; false after `timeoutMs`, or when it ends. */
  waitFor(position: Position, timeoutMs: number, name?: string): Promise<boolean>;
  /** Resolves after `ms`; as soon as somebody waits, or `stop` aborts, at once. */
  rest(ms: number, stop: AbortSignal): Promise<void>;
  /** Answers everybody who still waits with false. */
  end(): void;
};

export const progress = (names: readonly string[]): Progress => {
  const positions = new Map<string, Position>(names.map((name) => [name, 0]));
  const waiters = new Set<Waiter>();
  const resting = new Set<() => void>();
  const get = (name: string): Position => {
    const position = positions.get(name);
    if (position === undefined) throw new Error(`nobody called ${name} follows the log here`);
    return position;
  };
  const lowest = (): Position => Math.min(...positions.values());
  return {
    get,
    lowest: () => (positions.size === 0 ? Infinity : lowest()),
    set(name, position) {
      positions.set(name, position);
      for (const waiter of [...waiters]) if (waiter.met()) waiter.done(true);
    },
    waitFor(position, timeoutMs, name) {
      const met = (): boolean => (name === undefined ? lowest() : get(name)) >= position;
      if (met()) return Promise.resolve(true);
      return new Promise((resolve) => {
        const waiter: Waiter = {
          met,
          done(reached) {
            clearTimeout(timer);
            waiters.delete(waiter);
            resolve(reached);
          },
        };
        const timer = setTimeout(() => waiter.done(met()), timeoutMs);
        waiters.add(waiter);
        for (const wake of [...resting]) wake();
      });
    },
    rest(ms, stop) {
      if (waiters.size > 0 || stop.aborted) return Promise.resolve();
      return new Promise((resolve) => {
        const wake = (): void => {
          clearTimeout(timer);
          resting.delete(wake);
          stop.removeEventListener('abort', wake);
          resolve();
        };
        const timer = setTimeout(wake, ms);
        resting.add(wake);
        stop.addEventListener('abort', wake);
      });
    },
    end() {
      for (const waiter of [...waiters]) waiter.done(false);
    },
  };
};
