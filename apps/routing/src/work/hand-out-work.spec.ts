import type { Work } from './work.js';
import { handOutWork, type Candidate } from './hand-out-work.js';

const work = (caseId: string, priority: Work['priority'] = 3, openedAt = '2026-03-01T09:00:00.000Z', returnedBy: string | null = null): Work => ({
  ...{ tenant: 'demo', caseId, queueId: null, priority, openedAt, state: 'open', assigneeId: null, returnedBy, waitsFrom: 1 },
});
const mina: Candidate = { agentId: 'mina', presence: 'available', places: 0, capacity: 2, lastGiven: null, joined: 1 };
const jun: Candidate = { ...mina, agentId: 'jun', joined: 2 };
const given = (waiting: readonly Work[], ...agents: readonly Candidate[]) => handOutWork({ waiting, count: waiting.length, agents });
const pairs = (decided: ReturnType<typeof given>) => decided.map(({ caseId, chosen }) => `${caseId} to ${chosen.agentId}`);
const reasons = ([first]: ReturnType<typeof given>) => first?.passedOver.map(({ agentId, because }) => `${agentId}: ${because}`);

describe('Hand out work', () => {
  it('gives the highest priority first, then the oldest case', () =>
    expect(pairs(given([work('late', 2, '2026-03-01T10:00:00.000Z'), work('low', 4), work('old', 2)], { ...mina, capacity: 3 }))).toEqual(['old to mina', 'late to mina', 'low to mina']));

  it('stops when every place is taken', () => expect(pairs(given([work('a'), work('b'), work('c')], mina))).toEqual(['a to mina', 'b to mina']));

  it('gives nothing to who is away', () => expect(given([work('a')], { ...mina, presence: 'away' })).toEqual([]));

  it('gives nothing to who has as many as they can', () => expect(given([work('a')], { ...mina, places: 2 })).toEqual([]));

  it('gives nothing to who has more than they can since their capacity was lowered', () => expect(given([work('a')], { ...mina, places: 3 })).toEqual([]));

  it('spreads it: most free places first, then who was given work longest ago, then who joined first', () => {
    expect(pairs(given([work('a')], mina, { ...jun, capacity: 3 }))).toEqual(['a to jun']);
    expect(pairs(given([work('a')], { ...mina, lastGiven: 9 }, { ...jun, lastGiven: 5 }))).toEqual(['a to jun']);
    expect(pairs(given([work('a')], jun, mina))).toEqual(['a to mina']);
    expect(pairs(given([work('a'), work('b'), work('c'), work('d')], mina, jun))).toEqual(['a to mina', 'b to jun', 'c to mina', 'd to jun']);
  });

  it('does not give a case back to who has just given it back', () => {
    const back = work('a', 3, '2026-03-01T09:00:00.000Z', 'mina');
    expect(pairs(given([back], mina))).toEqual([]);
    expect(pairs(given([back, work('b')], mina, jun))).toEqual(['a to jun', 'b to mina']);
  });

  it('says what it looked at', () =>
    expect(given([work('a'), work('b', 4)], { ...mina, places: 1 })).toEqual([
      { ...{ caseId: 'a', queueId: null, priority: 3, openedAt: '2026-03-01T09:00:00.000Z', waiting: 2 }, chosen: { agentId: 'mina', places: 1, capacity: 2 }, passedOver: [] },
    ]));

  it.each([
    ['away', { ...jun, presence: 'away' }, 'away'],
    ['full', { ...jun, places: 2 }, 'full'],
    ['left with fewer free places', { ...jun, places: 1 }, 'fewer-free-places'],
    ['given work later', { ...jun, lastGiven: 5 }, 'given-work-later'],
    ['new among equals', jun, 'joined-later'],
  ] as const)('says of a colleague who is %s why they were passed over', (_, other, because) => expect(reasons(given([work('a')], mina, other))).toEqual([`jun: ${because}`]));

  it('says of who gave the case back that they did', () =>
    expect(reasons(given([work('a', 3, '2026-03-01T09:00:00.000Z', 'jun')], mina, jun))).toEqual(['jun: returned-it']));

  it('decides the same whatever the order in which it is told', () => {
    const cases = [work('a'), work('b', 1), work('c', 2)];
    expect(given(cases.toReversed(), jun, mina)).toEqual(given(cases, jun, mina));
    expect(pairs(given(cases, mina, jun))).toEqual(pairs(given(cases, jun, mina)));
  });
});
