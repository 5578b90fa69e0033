import { isUnderway, shareOf, timeLeft, verbsFor, type Rebuild } from './rebuild.js';

const rebuild = (more: Partial<Rebuild> = {}): Rebuild => ({ view: 'inbox', state: 'running', position: 25, head: 100, eventsPerSecond: 5, startedAt: '2026-03-01T09:00:00.000Z', ...more });

describe('A rebuild', () => {
  it('can be paused and cancelled while it runs, and gone on with while it is paused', () => {
    expect(verbsFor({ state: 'running' })).toEqual(['pause', 'cancel']);
    expect(verbsFor({ state: 'paused' })).toEqual(['resume', 'cancel']);
  });

  it('is over once it is done or failed', () => {
    expect([verbsFor({ state: 'done' }), verbsFor({ state: 'failed' })]).toEqual([[], []]);
    expect((['running', 'paused', 'done', 'failed'] as const).filter((state) => isUnderway({ state }))).toEqual(['running', 'paused']);
  });

  it('is as far as it has read, and whole once it is done', () => expect([shareOf(rebuild()), shareOf(rebuild({ state: 'done', position: 0, head: 0 }))]).toEqual([0.25, 1]));

  it('takes as long as what is left takes at its rate, where it has one', () => {
    expect(timeLeft(rebuild())).toBe(15_000);
    expect([timeLeft(rebuild({ eventsPerSecond: 0 })), timeLeft(rebuild({ state: 'paused' }))]).toEqual([null, null]);
  });
});
