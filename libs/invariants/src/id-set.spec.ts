import fc from 'fast-check';
import { idSet } from './id-set.js';

describe('A set of ids', () => {
  it('knows exactly what was put into it, however many there are', () => {
    const ids = idSet();
    const known = new Set<string>();
    fc.assert(
      fc.property(fc.array(fc.uuid(), { maxLength: 300 }), (some) => {
        for (const id of some) {
          expect(ids.has(id)).toBe(known.has(id));
          expect(ids.add(id)).toBe(known.has(id) ? 'there-already' : 'added');
          known.add(id);
        }
      }),
      { numRuns: 50 },
    );
    expect([...known].every((id) => ids.has(id))).toBe(true);
  });

  it('tells ids apart that differ in one place only', () => {
    const ids = idSet();
    const one = '018f0000-0000-7000-8000-000000000001';
    ids.add(one);
    for (let place = 0; place < one.length; place += 1) {
      if (one[place] !== '-') expect(ids.has(`${one.slice(0, place)}f${one.slice(place + 1)}`)).toBe(one[place] === 'f');
    }
  });

  it('takes no other text for an id', () => {
    expect(idSet().add('018F0000-0000-7000-8000-000000000001')).toBe('unreadable');
    expect(idSet().add('00000000-0000-0000-0000-000000000000')).toBe('unreadable');
    expect(idSet().has('')).toBe(false);
  });
});
