import { progressText } from './progress.js';

describe('The progress of an import', () => {
  it('is a bar, what is done, how fast, and how long it will take', () =>
    expect(progressText({ share: 0.5, rows: 57875, seconds: 6 }, 70)).toBe(`${'█'.repeat(16)}${'░'.repeat(15)}  50 %  57,875 rows  9,646/s  6 s left`));

  it('leaves the bar out where there is no room for it', () =>
    expect(progressText({ share: 0.5, rows: 100, seconds: 1 }, 30)).toBe(' 50 %  100 rows  100/s  1 s left'));

  it.each([
    [59, '59 s left'],
    [61, '2 min left'],
    [3600 * 2 + 60, '2 h 1 min left'],
  ])('tells %i seconds as "%s"', (seconds, left) => expect(progressText({ share: 0.5, rows: 1, seconds }, 0)).toContain(left));

  it('promises nothing before anything was read', () => expect(progressText({ share: 0, rows: 0, seconds: 0 }, 0)).toBe('  0 %  0 rows  0/s'));
});
