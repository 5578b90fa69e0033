import { pressOf } from './press-of.js';

describe('A key, while events are played', () => {
  it.each([
    [' ', 'toggle'],
    ['s', 'step'],
    ['.', 'step'],
    ['r', 'restart'],
    ['+', 'faster'],
    ['-', 'slower'],
    ['q', 'quit'],
  ])('%j does what it says: %s', (key, press) => expect(pressOf(key)).toBe(press));

  it('is known in capitals, without the shift that + needs, and on a Hangul keyboard', () => expect(['R', '=', 'ㄱ', 'ㅂ'].map(pressOf)).toEqual(['restart', 'faster', 'restart', 'quit']));

  it('does nothing when it is nobody’s', () => expect(pressOf('x')).toBeUndefined());
});
