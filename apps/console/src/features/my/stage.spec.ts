import { stageOf, stateLineOf } from './stage.js';

describe('How far a request has come', () => {
  it('is told in three steps', () => {
    expect(stageOf({ state: 'new' })).toBe('new');
    expect([stageOf({ state: 'in-progress' }), stageOf({ state: 'on-hold' })]).toEqual(['working', 'working']);
    expect([stageOf({ state: 'resolved' }), stageOf({ state: 'closed' })]).toEqual(['done', 'done']);
  });

  it('has no step once it was called off', () => expect(stageOf({ state: 'cancelled' })).toBeNull());

  it('says plainly when it is the customer who is waited for', () => {
    expect(stateLineOf({ state: 'on-hold', holdReason: 'customer' })).toBe('on-hold-customer');
    expect(stateLineOf({ state: 'on-hold', holdReason: 'vendor' })).toBe('on-hold');
    expect(stateLineOf({ state: 'resolved', holdReason: null })).toBe('resolved');
  });
});
