/** How fast something that is counted grows, per second; 0 until a second has been looked at. */
export type Rate = { readonly perSecond: number; readonly count: number; readonly since: number };

const WINDOW = 1000;

/** The rate after one more look at `count`, at `now` in milliseconds; what counts less than before began again. */
export const rateAfter = (before: Rate | null, count: number, now: number): Rate => {
  if (before === null || count < before.count) return { perSecond: 0, count, since: now };
  const passed = now - before.since;
  return passed < WINDOW ? before : { perSecond: ((count - before.count) * 1000) / passed, count, since: now };
};
