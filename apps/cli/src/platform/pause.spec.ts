import { pauseAfter } from './pause.js';

describe('The pause before the platform is asked again', () => {
  it('is as long as the platform says', () => expect(pauseAfter(1, '2')).toBe(2000));

  it.each([null, undefined, 'Wed, 21 Oct 2026 07:28:00 GMT'])('grows with each try where it says nothing that counts: %s', (told) => {
    expect(pauseAfter(1, told)).toBe(200);
    expect(pauseAfter(4, told)).toBe(800);
  });

  it('is never longer than five seconds', () => {
    expect(pauseAfter(1, '3600')).toBe(5000);
    expect(pauseAfter(1000, null)).toBe(5000);
  });
});
