import type { CasePolicy } from '../../ui/api/types.js';
import { situationOf } from './policy-situation.js';

const now = Date.parse('2026-03-02T09:00:00Z');
const policy = (more: Partial<CasePolicy>): CasePolicy => ({ version: 2, matrix: [], reopenWindowHours: 1, effectiveFrom: null, publishedAt: null, inForce: false, ...more });

describe('A version of a policy', () => {
  it('is a draft until it is published, whatever start it wishes for', () => {
    expect(situationOf(policy({}), now)).toBe('isDraft');
    expect(situationOf(policy({ effectiveFrom: '2026-05-01T00:00:00Z' }), now)).toBe('isDraft');
  });
  it('is scheduled while its start lies ahead', () => expect(situationOf(policy({ publishedAt: '2026-03-01T00:00:00Z', effectiveFrom: '2026-03-03T00:00:00Z' }), now)).toBe('scheduled'));
  it('is in force when it is the one that decides', () => expect(situationOf(policy({ publishedAt: '2026-03-01T00:00:00Z', effectiveFrom: '2026-03-01T00:00:00Z', inForce: true }), now)).toBe('inForce'));
  it('is past once another decides', () => expect(situationOf(policy({ publishedAt: '2026-01-01T00:00:00Z', effectiveFrom: '2026-01-01T00:00:00Z' }), now)).toBe('before'));
});
