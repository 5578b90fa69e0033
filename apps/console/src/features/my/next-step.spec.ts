import type { Verb } from '../../ui/api/types.js';
import { nextStepOf } from './next-step.js';

const next = (...can: readonly string[]) => nextStepOf({ can: can as readonly Verb[] });

describe('What a customer can do about their request', () => {
  it('is to answer while it is worked on', () => expect(next('record-customer-reply')).toBe('answer'));
  it('is to reopen it once it is solved, and nothing beside', () => expect(next('record-customer-reply', 'reopen')).toBe('reopen'));
  it('is nothing once it has ended, though the platform knows of something that this page does not', () => {
    expect(next()).toBeNull();
    expect(next('merge')).toBeNull();
  });
});
