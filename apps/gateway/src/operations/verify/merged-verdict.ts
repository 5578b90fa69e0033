type Breach = { readonly what: string; readonly more?: number };
type Check<B extends Breach> = { readonly id: string; readonly ok: boolean; readonly checked: number; readonly breaches: readonly B[] };
type Verdict<B extends Breach> = { readonly events: number; readonly streams: number; readonly checks: readonly Check<B>[]; readonly ok: boolean };

/** How many breaches a check lists; the others are counted, as each verdict does itself. */
const LISTED = 100;

const breachesOf = <B extends Breach>(checks: readonly Check<B>[]): readonly (B | Breach)[] => {
  const all = checks.flatMap(({ breaches }) => breaches);
  const named = all.filter(({ what }) => what !== 'and-more');
  const more = all.reduce((sum, { what, more = 0 }) => (what === 'and-more' ? sum + more : sum), Math.max(0, named.length - LISTED));
  return more === 0 ? named : [...named.slice(0, LISTED), { what: 'and-more', more }];
};

/** One verdict out of several that are about different things: what holds, holds in all of them, and what was looked at adds up. */
export const mergedVerdict = <B extends Breach>(verdicts: readonly Verdict<B>[]): Verdict<B | Breach> => {
  const byId = [...Map.groupBy(verdicts.flatMap(({ checks }) => checks), ({ id }) => id)].sort(([a], [b]) => (a < b ? -1 : 1));
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  return {
    events: sum(verdicts.map(({ events }) => events)),
    streams: sum(verdicts.map(({ streams }) => streams)),
    checks: byId.map(([id, checks]) => ({ id, ok: checks.every(({ ok }) => ok), checked: sum(checks.map(({ checked }) => checked)), breaches: breachesOf(checks) })),
    ok: verdicts.every(({ ok }) => ok),
  };
};
