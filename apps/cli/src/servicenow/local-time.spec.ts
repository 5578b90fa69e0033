import { wallClockIn } from './local-time.js';

describe('A time in the log', () => {
  const utc = wallClockIn('UTC');

  it.each([
    ['29/2/2016 01:16', '2016-02-29T01:16:00.000Z'],
    ['1/12/2016 9:05', '2016-12-01T09:05:00.000Z'],
    ['31/12/2016 23:59', '2016-12-31T23:59:00.000Z'],
  ])('%s is read day first', (text, moment) => expect(utc(text)).toBe(moment));

  it.each(['30/2/2016 01:16', '29/2/2015 01:16', '2/29/2016 01:16', '1/1/2016 24:00', '1/1/2016 10:60', '0/1/2016 10:00', '2016-02-29 01:16', '', '1/1/16 10:00'])(
    '"%s" is not a time',
    (text) => expect(utc(text)).toBeNull(),
  );

  it('is on the wall clock of the zone that the log was kept in', () =>
    expect(wallClockIn('America/Sao_Paulo')('29/2/2016 01:16')).toBe('2016-02-29T04:16:00.000Z'));

  it('is the first of two when the clock was set back over it', () =>
    expect(wallClockIn('Europe/Lisbon')('30/10/2016 01:30')).toBe('2016-10-30T00:30:00.000Z'));

  it('lies after the gap when the clock was set forward over it', () =>
    expect(wallClockIn('Europe/Lisbon')('27/3/2016 01:30')).toBe('2016-03-27T01:30:00.000Z'));
});
