import { clock, dayAndClock, inTurn, lasting, lately, recently, sameDay } from './moments.js';

const SEOUL = 'Asia/Seoul';
const at = '2026-03-02T00:12:00Z';
const after = (minutes: number) => Date.parse(at) + minutes * 60_000;

describe('A moment, as people read it', () => {
  it('is told by how long ago it was within a day', () => {
    expect(recently(at, after(0.5), 'ko', SEOUL)).toBe('방금');
    expect(recently(at, after(12), 'ko', SEOUL)).toBe('12분 전');
    expect(recently(at, after(12), 'en', SEOUL)).toBe('12 min ago');
    expect(recently(at, after(23 * 60 + 59), 'ko', SEOUL)).toBe('23시간 전');
  });

  it('is told by its date from a day on', () => {
    expect(recently(at, after(24 * 60), 'ko', SEOUL)).toBe('3월 2일 09:12');
    expect(recently(at, after(24 * 60), 'en', SEOUL)).toBe('2 Mar 09:12');
  });

  it('is told by its date when it lies ahead', () => expect(recently(at, after(-5), 'en', SEOUL)).toBe('2 Mar 09:12'));

  it('names the year when it is not this one', () => {
    expect(dayAndClock(at, Date.parse('2027-01-05T00:00:00Z'), 'ko', SEOUL)).toBe('2026년 3월 2일 09:12');
  });

  it('is told in the zone of the reader, on a clock of 24 hours', () => {
    expect(clock('2026-03-02T15:00:00Z', 'en', SEOUL)).toBe('00:00');
    expect(clock('2026-03-02T15:00:00Z', 'en', 'UTC')).toBe('15:00');
  });

  it('is told in a row by its day once, then by the time of day, and by how long ago it was within the hour', () => {
    const later = '2026-03-02T00:31:00Z';
    expect(inTurn(at, null, after(300), 'ko', SEOUL)).toBe('3월 2일 09:12');
    expect(inTurn(later, at, after(300), 'ko', SEOUL)).toBe('09:31');
    expect(inTurn(later, '2026-03-01T00:31:00Z', after(300), 'en', SEOUL)).toBe('2 Mar 09:31');
    expect(lately(later, at, after(49), 'ko', SEOUL)).toBe('30분 전');
    expect(lately(later, at, after(300), 'ko', SEOUL)).toBe('09:31');
  });

  it('lies as far from another as the greatest whole unit between them, and at least a second', () => {
    const upTo = (seconds: number) => lasting(at, new Date(Date.parse(at) + seconds * 1000).toISOString(), 'en');
    expect([0, 1, 59, 60, 12 * 60 + 59, 3 * 3600, 24 * 3600, -5].map(upTo)).toEqual(['1 second', '1 second', '59 seconds', '1 minute', '12 minutes', '3 hours', '1 day', '1 second']);
    expect(lasting(at, '2026-03-02T00:24:00Z', 'ko')).toBe('12분');
  });

  it('shares its day with another by the calendar of the reader', () => {
    expect(sameDay('2026-03-02T14:59:00Z', '2026-03-02T15:01:00Z', SEOUL)).toBe(false);
    expect(sameDay('2026-03-02T14:59:00Z', '2026-03-02T15:01:00Z', 'UTC')).toBe(true);
  });
});
