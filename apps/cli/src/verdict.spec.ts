import { verdictText } from './verdict.js';

describe('The verdict on the log', () => {
  it('is a line per invariant', () =>
    expect(verdictText({ events: 149951, streams: 19934, checks: [{ id: 'I2', ok: true, checked: 149951, breaches: [] }], ok: true })).toBe(
      '149,951 events in 19,934 streams\n✓ I2  149,951 checked\nAll invariants hold.',
    ));

  it('names what breaks one, the first ten in full', () => {
    const breaches = Array.from({ length: 12 }, (_, index) => ({ stream: `case-${index}` }));
    const text = verdictText({ events: 1, streams: 1, checks: [{ id: 'I3', ok: false, checked: 12, breaches }], ok: false });
    expect(text).toContain('✗ I3  12 checked, 12 breaches\n    {"stream":"case-0"}');
    expect(text).toContain('    and 2 more: --json lists them all\nAn invariant does not hold.');
  });
});
