import { instant } from './index.js';

describe('An instant', () => {
  it.each([
    ['2026-03-01T09:00:00.000Z', '2026-03-01T09:00:00.000Z'],
    ['2026-03-01T09:00:00Z', '2026-03-01T09:00:00.000Z'],
    ['2026-03-01T18:00:00.5+09:00', '2026-03-01T09:00:00.500Z'],
    ['2026-03-01T09:00:00.123999Z', '2026-03-01T09:00:00.123Z'],
    ['1969-12-31T23:59:59.999Z', '1969-12-31T23:59:59.999Z'],
  ])('has one form, whatever it was given in: %s', (given, form) => expect(instant(given)).toBe(form));

  it.each(['', 'yesterday', '2026-02-30T09:00:00.000Z', '2026-03-01T09:00:00.000', '2026-03-01T25:00:00.000Z', '2026-03-01 09:00'])(
    'is nothing that the calendar or the clock does not know: %s',
    (text) => expect(() => instant(text)).toThrow(expect.objectContaining({ name: 'RangeError' })),
  );
});
