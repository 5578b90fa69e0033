import { places } from './places.js';

const nine = Date.parse('2026-03-01T09:00:00.000Z');

describe('The places of events that lie in a server with gaps', () => {
  it('count from one without gaps, and are found by where the events lie', () => {
    const counted = places();
    const ats = Array.from({ length: 3000 }, (_, n) => 4096 + n * 137);
    ats.forEach((at, n) => expect(counted.add(at, nine + n).position).toBe(n + 1));
    expect([counted.count, counted.last]).toEqual([3000, ats.at(-1)]);
    ats.forEach((at, n) => expect(counted.find(at)?.position).toBe(n + 1));
    expect(ats.map((_, n) => counted.atOf(n + 1))).toEqual(ats);
  });

  it('are none where no event lies', () => {
    const counted = places();
    expect([counted.find(0), counted.last, counted.count]).toEqual([null, null, 0]);
    [10, 20, 30].forEach((at) => counted.add(at, nine));
    expect([9, 11, 25, 31].map((at) => counted.find(at))).toEqual([null, null, null, null]);
  });

  it('never have a moment before that of the place before, whatever the clock of a new leader says', () => {
    const counted = places();
    const moments = [nine + 5, nine, nine + 7].map((created, n) => counted.add(n, created).recordedAt);
    expect(moments).toEqual(['2026-03-01T09:00:00.005Z', '2026-03-01T09:00:00.005Z', '2026-03-01T09:00:00.007Z']);
  });
});
