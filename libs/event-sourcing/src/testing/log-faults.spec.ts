import { gaps, logFaults, NO_FAULTS, repeats, type Seen } from './log-faults.js';

const at = (position: number, id = `e${position}`): Seen => ({ id, stream: 'case-1', position });

describe('What a log did wrong', () => {
  it('is nothing when everything that was acknowledged was seen once, in order', () => {
    expect(logFaults(['e1', 'e2'], [at(1), at(2), at(3, 'of a writer who was killed')])).toEqual(NO_FAULTS);
  });

  it('is to lose what was acknowledged', () => expect(logFaults(['e1', 'e2'], [at(1)])).toEqual({ ...NO_FAULTS, lost: ['e2'] }));

  it('is to bring something twice, at its own place or at another', () => {
    expect(logFaults(['e1'], [at(1), at(2, 'e1')])).toEqual({ ...NO_FAULTS, doubled: ['e1'] });
    expect(logFaults(['e1'], [at(1), at(1)])).toEqual({ lost: [], doubled: ['e1'], outOfOrder: ['e1'] });
  });

  it('is to bring what lies before after what lies behind', () => expect(logFaults(['e1', 'e2'], [at(2), at(1)])).toEqual({ ...NO_FAULTS, outOfOrder: ['e1'] }));

  it('is to leave gaps between positions, or in a stream', () => {
    const lies = (position: number, revision: number, stream = 'case-1') => ({ ...at(position), revision, stream });
    expect(gaps([lies(4, 1), lies(5, 1, 'case-2'), lies(6, 2)], 3)).toEqual([]);
    expect(gaps([lies(1, 1), lies(3, 2)])).toEqual(['e3']);
    expect(gaps([lies(1, 1), lies(2, 3)])).toEqual(['e2']);
    expect(gaps([lies(1, 1), lies(2, 1)])).toEqual(['e2']);
  });

  it('counts each repeat', () => expect(repeats(['a', 'b', 'a', 'a'])).toEqual(['a', 'a']));
});
