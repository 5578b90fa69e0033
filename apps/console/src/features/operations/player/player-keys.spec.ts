import { playerPressOf } from './player-keys.js';

const key = (code: string, more: object = {}) => ({ code, keyCode: 0, isComposing: false, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });

describe('A key, on the player', () => {
  it('does what it does on the command line', () =>
    expect(['Space', 'KeyS', 'Period', 'KeyR', 'Equal', 'Minus'].map((code) => playerPressOf(key(code)))).toEqual(['toggle', 'step', 'step', 'restart', 'faster', 'slower']));

  it('does nothing when it is nobody’s, is held with another, or makes a letter', () => {
    expect([playerPressOf(key('KeyQ')), playerPressOf(key('KeyR', { ctrlKey: true })), playerPressOf(key('KeyR', { isComposing: true }))]).toEqual([null, null, null]);
  });
});
