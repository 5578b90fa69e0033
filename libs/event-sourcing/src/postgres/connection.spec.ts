import { instantOf } from './connection.js';

describe('A moment as PostgreSQL writes it', () => {
  it.each([
    ['2026-03-01 09:00:00+00', '2026-03-01T09:00:00.000Z'],
    ['2026-03-01 09:00:00.1+00', '2026-03-01T09:00:00.100Z'],
    ['2026-03-01 09:00:00.12+00', '2026-03-01T09:00:00.120Z'],
    ['2026-03-01 09:00:00.123+00', '2026-03-01T09:00:00.123Z'],
    ['2026-03-01 09:00:00.123456+00', '2026-03-01T09:00:00.123Z'],
  ])('is read in our one form: %s', (written, read) => expect(instantOf(written)).toBe(read));
});
