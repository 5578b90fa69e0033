import { isTransient, Unavailable } from './transience.js';

const coded = (code: string, cause?: unknown) => Object.assign(new Error('x', { cause }), { code });

describe('A failure', () => {
  it.each(['ECONNREFUSED', '57P01', '08006', '40001', '53300', 'unavailable', 'no-key', 'busy', 'view-behind'])('with code %s will pass', (code) => {
    expect(isTransient(coded(code))).toBe(true);
  });

  it.each(['23505', '22P02', '42P01', 'permission', 'broken-seal'])('with code %s will not', (code) => {
    expect(isTransient(coded(code))).toBe(false);
  });

  it('will pass when what caused it will, or when it says so itself', () => {
    expect(isTransient(new Error('x', { cause: coded('ECONNRESET') }))).toBe(true);
    expect(isTransient(new AggregateError([coded('ECONNREFUSED')]))).toBe(true);
    expect(isTransient(new Unavailable('later'))).toBe(true);
    expect(isTransient(new TypeError('x'))).toBe(false);
    expect(isTransient('x')).toBe(false);
  });
});
