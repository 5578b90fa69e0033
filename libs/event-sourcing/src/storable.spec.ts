import fc from 'fast-check';
import { newStream, note } from './contract/log-under-test.js';
import { storable } from './storable.js';

const jsonOf = (data: object) => storable({ tenant: 'demo', stream: newStream(), expected: 'any', events: [note({ data })] }).events[0]?.data;

describe('What can be stored', () => {
  it('is every JSON object of whole characters, byte for byte', () =>
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), (data) => {
        const json = JSON.stringify(data);
        fc.pre(!/(?<!\\)(?:\\\\)*\\u0000/.test(json));
        expect(jsonOf(data)).toBe(json);
      }),
    ));

  it.each([['U+0000', 'a\u0000b'], ['half a pair, first', '\ud83c'], ['half a pair, second', '\udfef'], ['U+0000 after a backslash', '\\\u0000']])('is no text with %s', (_, text) => {
    expect(() => jsonOf({ text })).toThrow('no database can keep');
    expect(() => jsonOf({ [text]: 1 })).toThrow('no database can keep');
  });

  it.each(['\\u0000', '\\\\u0000', '\\ud800', '🏯', '\u0001'])('is text that only looks like it: %j', (text) => expect(jsonOf({ text })).toBe(JSON.stringify({ text })));

  it('counts the events of each command from zero', () => {
    const [a, b] = [note(), note()];
    const { events } = storable({ tenant: 'demo', stream: newStream(), expected: 'any', events: [a, a, b, a] });
    expect(events.map(({ commandIndex }) => commandIndex)).toEqual([0, 1, 0, 2]);
  });
});
