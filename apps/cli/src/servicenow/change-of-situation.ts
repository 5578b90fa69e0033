import type { Act } from './acts.js';
import { holdReason, isOver, type Situation } from './situations.js';

/** The acts that lead from one situation to another. Those of `first` come before all other acts of their row. */
type SituationChange = { readonly first: readonly Act[]; readonly last: readonly Act[]; readonly situation: Situation };

const REOPEN: Act = { type: 'ReopenCase', data: { reason: null } };
const START: Act = { type: 'StartWork', data: {} };
const RESUME: Act = { type: 'ResumeCase', data: {} };
const CLOSE: Act = { type: 'CloseCase', data: {} };

/** Work on a case that is over begins with reopening it, which brings it in progress; an open case that is closed is resolved by the same row. */
export const changeOfSituation = (before: Situation, now: Situation | 'unsaid', closedCode: string | null): SituationChange => {
  if (now === 'unsaid' || now === before) return { first: [], last: [], situation: before };
  const resolve: Act = { type: 'ResolveCase', data: { resolution: null, code: closedCode } };
  if (now === 'closed') return { first: [], last: before === 'resolved' ? [CLOSE] : [resolve, CLOSE], situation: now };
  if (now === 'resolved') return { first: [], last: [resolve], situation: now };
  const first = isOver(before) ? [REOPEN] : [];
  const open = isOver(before) ? 'in-progress' : before;
  const reason = holdReason(now);
  if (reason) return { first, last: [{ type: 'HoldCase', data: { reason } }], situation: now };
  return { first, last: takingUp(open), situation: 'in-progress' };
};

/** A case that was taken up once is never new again: a row that says so finds it in progress. */
const takingUp = (open: Situation): readonly Act[] => {
  if (open === 'in-progress') return [];
  return open === 'new' ? [START] : [RESUME];
};
