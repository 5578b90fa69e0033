/** Something that belongs on the lane of its tenant and key. */
export type Keyed = { readonly tenant: string; readonly key: string };

const laneOf = ({ tenant, key }: Keyed): string => `${tenant}/${key}`;

/** What must be taken in order, lane by lane. */
export const lanes = <T extends Keyed>(all: readonly T[]): readonly (readonly T[])[] => [...Map.groupBy(all, laneOf).values()];

/**
 * Does `work` for each of `all`, those of one lane one after the other, at most `concurrency` lanes at a time. Every
 * lane gets as far as it can; then the first failure, if there was one, is thrown.
 */
export const inKeyOrder = async <T extends Keyed>(all: readonly T[], concurrency: number, work: (one: T) => Promise<void>): Promise<void> => {
  const waiting = lanes(all);
  const failures: unknown[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let lane = waiting[next++]; lane; lane = waiting[next++]) {
      try {
        for (const one of lane) await work(one);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, waiting.length) }, worker));
  if (failures.length > 0) throw failures[0];
};
