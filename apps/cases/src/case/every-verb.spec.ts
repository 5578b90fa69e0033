import { isDeepStrictEqual } from 'node:util';
import { settle } from '@onmaru/event-sourcing';
import { REOPEN_WINDOW } from '../case-policy/case-policy.js';
import { DEFAULT_MATRIX } from '../case-policy/priority-matrix.js';
import { evolve, initialState, type Case, type CaseEvent, type KnownCase } from './case.js';
import { assigned, cancelled, closed, heldForCustomer, heldForVendor, opened, resolved, started } from './examples.js';
import { EXAMPLES, VERBS, type Verb } from './possible-verbs.js';

const policy = { version: 1, matrix: DEFAULT_MATRIX, reopenWindow: REOPEN_WINDOW };
const later = '2027-01-01T00:00:00.000Z';
const given = (events: readonly CaseEvent[]): Case => events.reduce(evolve, initialState);
const decided = (verb: Verb, current: Case) => EXAMPLES[verb](current as KnownCase, later, policy);
const eventsOf = (verb: Verb, current: Case): readonly CaseEvent[] => {
  const settled = settle<CaseEvent, string>(decided(verb, current), true);
  if ('refused' in settled) throw new Error(`${verb} is refused: ${settled.refused}`);
  return settled;
};

const SITUATIONS = [[opened], [opened, assigned], [opened, started], [opened, heldForCustomer], [opened, heldForVendor], [opened, resolved], [opened, resolved, closed], [opened, cancelled]];
/** Their example looks at the case, so that it always asks for something else. */
const LOOKING: readonly Verb[] = ['prioritise', 'hold'];
/** Somebody's words are kept as often as they are said: an open case is no different for them. */
const isKeptEachTime = (verb: Verb): boolean => {
  const [open, done] = [given([opened]), eventsOf(verb, given([opened]))];
  return done.length > 0 && isDeepStrictEqual(done.reduce(evolve, open), open);
};

describe('Whatever is done to a case', () => {
  it.each(VERBS)('is refused where nobody opened one: %s', (verb) => expect(decided(verb, initialState)).toEqual({ refused: 'case-not-found' }));

  it.each(VERBS)('is taken from recorded history in every situation, and marked where policy says no: %s', (verb) => {
    for (const situation of SITUATIONS) {
      const current = given(situation);
      const decision = decided(verb, current);
      const marks = eventsOf(verb, current).map(({ data }) => (data as { outsidePolicy?: string }).outsidePolicy);
      expect(marks).toEqual('objection' in decision ? decision.events.map(() => decision.objection) : marks.map(() => undefined));
    }
  });

  it.each(VERBS.filter((verb) => !LOOKING.includes(verb) && !isKeptEachTime(verb)))('is done once, however often it is asked for: %s', (verb) => {
    for (const situation of SITUATIONS) {
      const current = given(situation);
      expect(eventsOf(verb, eventsOf(verb, current).reduce(evolve, current))).toEqual([]);
    }
  });
});
