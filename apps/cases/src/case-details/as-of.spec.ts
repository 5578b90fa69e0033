import { asOf } from './as-of.js';

const at = (position: number, occurredAt: string) => ({ position, occurredAt });
const stream = [at(4, '2026-03-01T09:00:00.000Z'), at(9, '2026-03-03T09:00:00.000Z'), at(11, '2026-03-02T09:00:00.000Z'), at(20, '2026-03-05T09:00:00.000Z')];
const positions = (moment: Parameters<typeof asOf>[1]) => asOf(stream, moment).map(({ position }) => position);

describe('A stream as of a moment', () => {
  it('is nothing before its first event', () => expect(positions({ instant: '2026-03-01T08:59:59.999Z' })).toEqual([]));

  it('includes the event of that very instant', () => expect(positions({ instant: '2026-03-01T09:00:00.000Z' })).toEqual([4]));

  it('goes up to the last event that had happened, with all before it in the stream', () =>
    expect(positions({ instant: '2026-03-02T09:00:00.000Z' })).toEqual([4, 9, 11]));

  it('is what the log knew at a position', () => {
    expect(positions({ position: 10 })).toEqual([4, 9]);
    expect(positions({ position: 3 })).toEqual([]);
  });
});
