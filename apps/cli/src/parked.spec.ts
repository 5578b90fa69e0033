import { meant, parkedIn, parkedText, redrivenText } from './parked.js';

const one = { tenant: 'demo', stream: 'case-1', position: 41, reason: 'no such queue', parkedAt: '2026-03-01T09:00:00.000Z' };
const other = { ...one, tenant: 'hanok', stream: 'case-2' };
const standings = [{ view: 'inbox', parked: [one, other] }, { view: 'report', parked: [] }, { view: 'case-details', parked: [one] }];
const all = parkedIn(standings);
const names = (list: typeof all) => list.map(({ view, stream }) => `${view} ${stream}`);

describe('A parked stream', () => {
  it('is told with its view, its tenant, the event that stopped it, and why', () =>
    expect(all.map(parkedText)[0]).toBe('inbox  demo  case-1  since 2026-03-01T09:00:00.000Z, at #41: no such queue'));

  it('is meant by its view and its name, by its view, or with all others', () => {
    expect(names(meant(all, 'inbox', 'case-1'))).toEqual(['inbox case-1']);
    expect(names(meant(all, 'inbox', undefined))).toEqual(['inbox case-1', 'inbox case-2']);
    expect(names(meant(all, undefined, undefined))).toHaveLength(3);
    expect(meant(all, 'report', 'case-1')).toEqual([]);
  });

  it('goes on once it could be folded, or says why not', () => {
    const [parked] = all;
    if (!parked) throw new Error('nothing is parked');
    expect(redrivenText(parked, { view: 'inbox', parked: null })).toBe('✓ inbox  demo  case-1  goes on');
    expect(redrivenText(parked, { view: 'inbox', parked: { ...one, position: 43 } })).toBe('✗ inbox  demo  case-1  is parked again, at #43: no such queue');
  });
});
