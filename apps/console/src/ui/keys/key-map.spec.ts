import { actionOf, isSend, type Key } from './key-map.js';

const key = (code: string, more: Partial<Key> = {}): Key => ({ code, keyCode: 74, isComposing: false, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });

describe('A key', () => {
  it('works by its place on the keyboard, under a Hangul layout too', () => {
    expect(actionOf(key('KeyJ'), 'page', true)).toBe('next');
    expect(actionOf(key('BracketLeft'), 'page', true)).toBe('earlier');
    expect(actionOf(key('KeyQ'), 'page', true)).toBeNull();
  });

  it('does nothing while somebody writes', () => expect(actionOf(key('KeyE'), 'writing', true)).toBeNull());

  it('does nothing while a letter is being composed', () => {
    expect(actionOf(key('KeyJ', { isComposing: true }), 'page', true)).toBeNull();
    expect(actionOf(key('KeyJ', { keyCode: 229 }), 'page', true)).toBeNull();
    expect(isSend(key('Enter', { ctrlKey: true, isComposing: true }))).toBe(false);
    expect(isSend(key('Enter', { ctrlKey: true, keyCode: 229 }))).toBe(false);
  });

  it('leaves the keys of the browser alone', () => {
    expect(actionOf(key('KeyR', { ctrlKey: true }), 'page', true)).toBeNull();
    expect(actionOf(key('KeyN', { altKey: true }), 'page', true)).toBeNull();
    expect(actionOf(key('KeyE', { shiftKey: true }), 'page', true)).toBeNull();
  });

  it('can be switched off, except those with a modifier', () => {
    expect(actionOf(key('KeyJ'), 'page', false)).toBeNull();
    expect(actionOf(key('KeyK', { ctrlKey: true }), 'page', false)).toBe('search');
    expect(actionOf(key('KeyK', { metaKey: true }), 'writing', false)).toBe('search');
  });

  it('leaves Enter to a button that has the focus', () => {
    expect(actionOf(key('Enter'), 'control', true)).toBeNull();
    expect(actionOf(key('KeyJ'), 'control', true)).toBe('next');
    expect(actionOf(key('Enter'), 'page', true)).toBe('open');
  });

  it('opens the sheet with ?, and the search with /', () => {
    expect(actionOf(key('Slash', { shiftKey: true }), 'page', true)).toBe('sheet');
    expect(actionOf(key('Slash'), 'page', true)).toBe('search');
  });

  it('sends with Ctrl or ⌘ and Enter, never with Enter alone', () => {
    expect(isSend(key('Enter', { ctrlKey: true }))).toBe(true);
    expect(isSend(key('NumpadEnter', { metaKey: true }))).toBe(true);
    expect(isSend(key('Enter'))).toBe(false);
  });
});
