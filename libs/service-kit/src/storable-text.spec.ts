import { unstorableAt } from './storable-text.js';

describe('Text that no database keeps', () => {
  it.each([
    ['U+0000', { a: { b: ['x', 'y\u0000'] } }, '/a/b/1'],
    ['half of a letter', { a: 'x\ud800' }, '/a'],
    ['the name of a member', { a: { 'x\u0000': 1 } }, '/a'],
    ['a member whose name looks like a path', { 'a/b~': '\udfff' }, '/a~1b~0'],
  ])('is found where it stands: %s', (_what, value, pointer) => expect(unstorableAt(value)).toBe(pointer));

  it('is none of what people write', () => {
    expect(unstorableAt({ text: '한글 🙂 \ufffe\t\n', n: 1, none: null, list: [true] })).toBeNull();
  });
});
