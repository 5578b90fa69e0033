import { retryKeys } from './retry-key.js';

const counting = () => {
  let n = 0;
  return retryKeys(() => `key-${(n += 1)}`);
};

describe('The key of an act', () => {
  it('stays the same for every try of the same act', () => {
    const keys = counting();
    expect([keys.keyOf({ text: '네' }), keys.keyOf({ text: '네' })]).toEqual(['key-1', 'key-1']);
  });

  it('is another once the words were changed', () => {
    const keys = counting();
    expect([keys.keyOf({ text: '네' }), keys.keyOf({ text: '네!' })]).toEqual(['key-1', 'key-2']);
  });

  it('is another once the act is done, though the words are the same', () => {
    const keys = counting();
    keys.keyOf({ text: '네' });
    keys.done();
    expect(keys.keyOf({ text: '네' })).toBe('key-2');
  });
});
