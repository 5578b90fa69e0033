import type { PassedOver } from './decision.js';
import { whyChosen } from './why-chosen.js';

const after = (...reasons: readonly PassedOver['because'][]) => whyChosen(reasons.map((because) => ({ because })));

describe('Why an agent was chosen', () => {
  it('is that nobody else could take it', () => {
    expect(after()).toBe('only');
    expect(after('away', 'full', 'returned-it')).toBe('only');
  });

  it('is that they had the most places free', () => expect(after('away', 'fewer-free-places')).toBe('freest'));

  it('is that they were given work longest ago, where others had as many places free', () => expect(after('fewer-free-places', 'given-work-later')).toBe('longest'));

  it('is that they joined first, where nothing else sets them apart', () => expect(after('given-work-later', 'joined-later', 'full')).toBe('earliest'));
});
