import { mergedVerdict } from './merged-verdict.js';

const check = (id: string, checked: number, ...breaches: { what: string; more?: number }[]) => ({ id, ok: breaches.length === 0, checked, breaches });
const log = { events: 7, streams: 4, ok: true, checks: [check('I2', 7), check('I4', 1), check('I9', 4)] };
const cases = { events: 0, streams: 0, ok: true, checks: [check('I3', 3), check('I8', 0), check('I9', 3)] };
const many = (count: number) => Array.from({ length: count }, (_, n) => ({ what: `row-${n}` }));

describe('The verdict of several services', () => {
  it('is one, whose counts add up', () =>
    expect(mergedVerdict([log, cases, { ...cases, checks: [check('I3', 2), check('I8', 1), check('I9', 2)] }])).toEqual({
      events: 7,
      streams: 4,
      ok: true,
      checks: [check('I2', 7), check('I3', 5), check('I4', 1), check('I8', 1), check('I9', 9)],
    }));

  it('holds only what holds in all of them', () => {
    const harmed = { ...cases, ok: false, checks: [check('I3', 3, { what: 'row-differs' }), check('I8', 0), check('I9', 3)] };
    const { ok, checks } = mergedVerdict([log, cases, harmed]);
    expect(ok).toBe(false);
    expect(checks.filter((one) => !one.ok)).toEqual([check('I3', 6, { what: 'row-differs' })]);
  });

  it.each([
    [[many(60), many(40)], 100, undefined],
    [[many(60), many(41)], 100, 1],
    [[[...many(100), { what: 'and-more', more: 7 }], many(5)], 100, 12],
    [[[...many(3), { what: 'and-more', more: 7 }], []], 3, 7],
  ])('lists a hundred breaches and counts the others: %#', (found, listed, more) => {
    const [of] = mergedVerdict(found.map((breaches) => ({ ...cases, ok: false, checks: [check('I3', 1, ...breaches)] }))).checks;
    expect(of?.breaches.filter(({ what }) => what !== 'and-more')).toHaveLength(listed);
    expect(of?.breaches.find(({ what }) => what === 'and-more')?.more).toBe(more);
  });
});
