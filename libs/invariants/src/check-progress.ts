import { findings, type Check } from './findings.js';

/** How much everybody who follows the log had still to do, so long after everything was whole again. */
export type Look = { readonly afterMs: number; readonly backlog: Readonly<Record<string, number>> };

const restOf = ({ backlog }: Look): number => Object.values(backlog).reduce((sum, behind) => sum + behind, 0);

/** When nobody had anything left to do, and never more again, in milliseconds; null where that was not seen. */
export const healedAfter = (looks: readonly Look[]): number | null => {
  const last = looks.findLastIndex((look) => restOf(look) > 0);
  return looks[last + 1]?.afterMs ?? null;
};

/**
 * I10: in `limitMs` nobody has a backlog any more. Where somebody has, says who and how much, and whether it became
 * less at all from the first look to the last.
 */
export const progressCheck = (looks: readonly Look[], limitMs: number): Check => {
  const found = findings('I10');
  const after = healedAfter(looks);
  found.count(looks.length);
  if (looks.length === 0) found.breach({ what: 'never-looked' });
  else if (after === null || after > limitMs) {
    const atLimit = looks.findLast(({ afterMs }) => afterMs <= limitMs) ?? looks[0];
    for (const [id, more] of Object.entries(atLimit?.backlog ?? {})) {
      const moves = more < (looks[0]?.backlog[id] ?? 0);
      if (more > 0) found.breach({ what: moves ? 'backlog-too-slow' : 'backlog-stuck', id, more });
    }
    if (atLimit && restOf(atLimit) === 0) found.breach({ what: 'backlog-comes-again' });
  }
  return found.check();
};
