import type { Case, Verb } from '../../ui/api/types.js';
import { offerOf } from './actions.js';

const offer = (state: Case['state'], ...can: readonly Verb[]) => offerOf({ state, can });

describe('What can be done to a case', () => {
  it('is led by resolving it while it is worked on', () =>
    expect(offer('in-progress', 'resolve', 'hold', 'transfer', 'assign')).toEqual({ main: 'resolve', beside: ['hold', 'transfer'], more: ['assign'] }));

  it('is led by going on with it while it is on hold', () =>
    expect(offer('on-hold', 'resolve', 'resume', 'transfer', 'hold')).toEqual({ main: 'resume', beside: ['resolve', 'transfer'], more: ['hold'] }));

  it('is led by reopening it once it is resolved', () => expect(offer('resolved', 'reopen', 'close')).toEqual({ main: 'reopen', beside: ['close'], more: [] }));

  it('never holds what is impossible, and no writing', () => {
    expect(offer('closed', 'add-note')).toEqual({ main: null, beside: [], more: [] });
    expect(offer('new', 'hold', 'reply-to-customer')).toEqual({ main: 'hold', beside: [], more: [] });
  });

  it('leaves out what the platform can do and this page does not know yet', () =>
    expect(offer('in-progress', 'merge' as Verb, 'resolve', 'assign')).toEqual({ main: 'resolve', beside: [], more: ['assign'] }));
});
