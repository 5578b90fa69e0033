import { readsCheck, type Read } from './check-reads.js';
import { eventAt } from './testing/sample-events.js';

const events = [eventAt(1), eventAt(2, { stream: 'case-2', revision: 1 }), eventAt(3, { revision: 2 }), eventAt(4, { revision: 3 })];

const checked = (...reads: readonly Partial<Read>[]) => {
  const check = readsCheck();
  events.forEach(check.see);
  return check.end(reads.map((read) => ({ tenant: 'demo', stream: 'case-1', asked: 3, revision: 2, ...read })));
};

describe('Reads: what somebody is answered who says how far they have seen', () => {
  it('is as new as that, or newer', () => expect(checked({}, { revision: 3 }, { asked: 2, revision: 1 })).toEqual({ id: 'reads', ok: true, checked: 3, breaches: [] }));

  it('is found out when it is older', () =>
    expect(checked({ revision: 1 }).breaches).toEqual([{ what: 'older-than-asked', tenant: 'demo', stream: 'case-1', position: 3 }]));

  it('is found out when it shows nothing of what was there', () => expect(checked({ stream: 'case-2', revision: 0 }).ok).toBe(false));

  it('need not show what came later', () => expect(checked({ stream: 'case-2', asked: 1, revision: 0 }, { tenant: 'other', revision: 0 }).ok).toBe(true));

  it('may say no more than that it is there', () => {
    expect(checked({ revision: 1, presence: true }).ok).toBe(true);
    expect(checked({ revision: 0, presence: true }).ok).toBe(false);
  });
});
