import type { Breach, Check } from '@onmaru/invariants';
import type { Process } from './nemesis/next-kill.js';
import { verdictOf } from './result.js';

const check = (id: string, ...breaches: readonly Breach[]): Check => ({ id, ok: breaches.length === 0, checked: 1, breaches });
const fine = { seed: 1, minutes: 2, killed: Array<Process>(6).fill('cases'), acknowledged: 800, checks: [check('I1'), check('I3'), check('I4')] };
const with_ = (...checks: readonly Check[]) => verdictOf({ ...fine, checks });

describe('What a campaign says', () => {
  it('is what was done, and that nothing was lost', () =>
    expect(verdictOf(fine)).toEqual({
      ...{ seed: 1, minutes: 2, acknowledged: 800, kills: { identity: 0, cases: 6, routing: 0, gateway: 0, postgres: 0, kafka: 0 } },
      ...{ lost: 0, doubled: 0, stale: 0, overCapacity: 0, viewsDiffer: 0, ok: true },
    }));

  it('is worth nothing where too little was killed, or done', () => {
    expect(verdictOf({ ...fine, killed: fine.killed.slice(1) }).ok).toBe(false);
    expect(verdictOf({ ...fine, acknowledged: 799 }).ok).toBe(false);
  });

  it.each([
    ['lost', check('I1', { what: 'acknowledged-and-lost' }, { what: 'acknowledged-and-lost' }), 2],
    ['doubled', check('I1', { what: 'command-twice' }, { what: 'refused-and-there' }), 2],
    ['stale', check('reads', { what: 'older-than-asked' }), 1],
    ['overCapacity', check('I4', { what: 'over-capacity' }, { what: 'given-to-nobody' }), 1],
    ['viewsDiffer', check('I3', { what: 'row-differs' }, { what: 'row-missing' }), 2],
  ] as const)('counts what is %s', (what, found, times) => expect(with_(found)).toMatchObject({ [what]: times, ok: false }));

  it('counts what is not listed, too', () => expect(with_(check('I3', { what: 'row-differs' }, { what: 'and-more', more: 40 }))).toMatchObject({ viewsDiffer: 41 }));

  it('is not well where anything else is wrong either', () => expect(with_(check('I10', { what: 'backlog-stuck' }))).toMatchObject({ lost: 0, ok: false }));
});
