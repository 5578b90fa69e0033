import { evolve, initialState, type CasePolicyEvent } from './case-policy.js';
import { policyInForce } from './policy-in-force.js';
import { DEFAULT_MATRIX, priorityOf } from './priority-matrix.js';

const drafted = (version: number): CasePolicyEvent => ({
  type: 'CasePolicyDrafted',
  occurredAt: '2026-03-01T09:00:00.000Z',
  data: { version, matrix: DEFAULT_MATRIX, reopenWindowHours: 24 * version, effectiveFrom: null },
});
const published = (version: number, effectiveFrom: string): CasePolicyEvent => ({
  type: 'CasePolicyPublished',
  occurredAt: '2026-03-02T09:00:00.000Z',
  data: { version, effectiveFrom },
});
const at = (moment: string, ...events: readonly CasePolicyEvent[]) => policyInForce(events.reduce(evolve, initialState), moment).version;

describe('The case policy in force', () => {
  it('is version 1 from the beginning', () => expect(at('1999-01-01T00:00:00.000Z')).toBe(1));

  it('is not a draft', () => expect(at('2026-04-01T00:00:00.000Z', drafted(2))).toBe(1));

  it('is a published version from the moment it takes effect, not before', () => {
    const history = [drafted(2), published(2, '2026-03-05T00:00:00.000Z')];
    expect(at('2026-03-04T23:59:59.999Z', ...history)).toBe(1);
    expect(at('2026-03-05T00:00:00.000Z', ...history)).toBe(2);
  });

  it('is the version that took effect last, whichever was published last', () =>
    expect(at('2026-04-01T00:00:00.000Z', drafted(2), drafted(3), published(3, '2026-03-05T00:00:00.000Z'), published(2, '2026-03-20T00:00:00.000Z'))).toBe(2));

  it('is the later version where two take effect at one moment', () =>
    expect(at('2026-04-01T00:00:00.000Z', drafted(2), drafted(3), published(3, '2026-03-05T00:00:00.000Z'), published(2, '2026-03-05T00:00:00.000Z'))).toBe(3));
});

describe('The priority matrix of version 1', () => {
  it.each([
    [1, 1, 1], [1, 2, 2], [2, 1, 2], [1, 3, 3], [2, 2, 3], [3, 1, 3], [2, 3, 4], [3, 2, 4], [3, 3, 4],
  ] as const)('makes of impact %i and urgency %i priority %i', (impact, urgency, priority) => expect(priorityOf(DEFAULT_MATRIX, impact, urgency)).toBe(priority));
});
