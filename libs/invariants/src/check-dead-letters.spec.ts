import { deadLettersCheck } from './check-dead-letters.js';

describe('I8: dead letters', () => {
  it('pass when each says why', () => {
    expect(deadLettersCheck([{ id: 'm1', reason: 'unknown version' }])).toEqual({ id: 'I8', ok: true, checked: 1, breaches: [] });
  });

  it.each([null, '', '  '])('fail at the reason %p', (reason) => {
    expect(deadLettersCheck([{ id: 'm1', reason, tenant: 'demo' }])).toEqual({
      id: 'I8',
      ok: false,
      checked: 1,
      breaches: [{ what: 'dead-letter-without-reason', id: 'm1', tenant: 'demo' }],
    });
  });
});
