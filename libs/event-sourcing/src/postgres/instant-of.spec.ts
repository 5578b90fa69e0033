import fc from 'fast-check';
import { instantOfMilliseconds } from './instant-of.js';

describe('The instant of a number of milliseconds', () => {
  it('is what a Date says, whichever was asked for before', () => {
    const instantOf = instantOfMilliseconds();
    const moment = fc.date({ noInvalidDate: true, min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59.999Z') });
    fc.assert(fc.property(moment, (date) => expect(instantOf(date.getTime())).toBe(date.toISOString())), { numRuns: 1000 });
  });

  it('is right at the edges of days, also before 1970', () => {
    const instantOf = instantOfMilliseconds();
    for (const text of ['1969-12-31T23:59:59.999Z', '1970-01-01T00:00:00.000Z', '2024-02-29T23:59:59.999Z', '2024-03-01T00:00:00.000Z']) expect(instantOf(Date.parse(text))).toBe(text);
  });
});
