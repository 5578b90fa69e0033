/** A loop of this process. */
export type Loop = {
  /** Milliseconds since it turned last, with success or without. */
  quietFor(): number;
};

/** Whether this process still does what it is for, whatever becomes of what it stands on. */
export interface Liveness {
  /** The loops that have stopped turning; only a new process mends that. */
  stalled(): readonly string[];
}

export const LIVENESS = Symbol('Liveness');

/** Milliseconds after which a loop is slow, and after which it is thought to be dead; a handler may take that long. */
export const [SLOW, DEAD] = [15_000, 120_000];

/** The names of `loops` that have been quiet for longer than `limit`. */
export const quiet = (loops: ReadonlyMap<string, Loop>, limit: number): readonly string[] => [...loops].flatMap(([name, loop]) => (loop.quietFor() > limit ? [name] : []));

/** A process lives while each of its loops turns. */
export const livenessOf = (loops: ReadonlyMap<string, Loop>): Liveness => ({ stalled: () => quiet(loops, DEAD) });
