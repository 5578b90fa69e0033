import { behind, caseOf, ratesAfter, reasonOf, stateOf, type Standing } from './standing.js';

const at = (position: number, more: Partial<Standing> = {}): Standing => ({ view: 'inbox', position, head: 100, parked: [], ...more });

describe('A view', () => {
  it('reads on while it is at the head, and catches up while it is not', () => {
    expect([stateOf(at(100)), stateOf(at(40)), behind(at(40))]).toEqual(['readsOn', 'catchesUp', 60]);
    expect(behind(at(101))).toBe(0);
  });

  it('does not get on while it fails, with the reason where somebody may see it', () => {
    expect(stateOf(at(100, { failing: 'no disk' }))).toBe('fails');
    expect([reasonOf(at(1, { failing: 'no disk' })), reasonOf(at(1, { failing: 'withheld' })), reasonOf(at(1))]).toEqual(['no disk', null, null]);
  });

  it('reads as many events a second as lie between two looks at it', () => {
    const rates = ratesAfter(ratesAfter(new Map(), [at(10)], 0), [at(50)], 2000);
    expect(rates.get('inbox')?.perSecond).toBe(20);
  });

  it('parks streams, some of them of cases', () => expect([caseOf('case-58a6'), caseOf('queue-1')]).toEqual(['58a6', null]));
});
