import { safeBack } from './safe-back.js';

describe('The way back after signing in', () => {
  it('leads to where somebody was, with all its filters', () => expect(safeBack('/inbox/a?state=open&at=5')).toBe('/inbox/a?state=open&at=5'));

  it.each(['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', 'javascript:alert(1)', '/\t/elsewhere.example', '/inbox\\..'])(
    'never leads to another site: %j',
    (back) => expect(safeBack(back)).toBeNull(),
  );

  it('does not lead to the door again', () => {
    expect(safeBack('/sign-in?back=/inbox')).toBeNull();
    expect(safeBack(undefined)).toBeNull();
  });
});
