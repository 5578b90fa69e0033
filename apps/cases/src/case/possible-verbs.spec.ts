import { DEFAULT_MATRIX } from '../case-policy/priority-matrix.js';
import { REOPEN_WINDOW } from '../case-policy/case-policy.js';
import { evolve, initialState, type KnownCase, type CaseEvent } from './case.js';
import { assigned, cancelled, closed, heldForVendor, now, opened, resolved } from './examples.js';
import { possibleVerbs, VERBS } from './possible-verbs.js';

const policy = { version: 1, matrix: DEFAULT_MATRIX, reopenWindow: REOPEN_WINDOW };
const can = (at: string, ...events: readonly CaseEvent[]) => possibleVerbs(events.reduce(evolve, initialState) as KnownCase, at, policy);
const allBut = (...verbs: readonly string[]) => VERBS.filter((verb) => !verbs.includes(verb));

describe('What can be done to a case', () => {
  it('is everything but what does not apply while it is new', () => expect(can(now, opened)).toEqual(allBut('unassign', 'resume', 'close', 'reopen')));

  it('is unassigning too once somebody has it', () => expect(can(now, opened, assigned)).toContain('unassign'));

  it('is resuming, not starting, while it is on hold', () => expect(can(now, opened, heldForVendor)).toEqual(allBut('unassign', 'start-work', 'close', 'reopen')));

  it('is talking, closing and reopening once it is resolved', () =>
    expect(can(now, opened, resolved)).toEqual(['reply-to-customer', 'record-customer-reply', 'add-note', 'close', 'reopen']));

  it('is no longer reopening when the window has passed', () => expect(can('2026-04-01T00:00:00.000Z', opened, resolved, closed)).toEqual(['add-note']));

  it('is a note alone when it was cancelled', () => expect(can(now, opened, cancelled)).toEqual(['add-note']));
});
