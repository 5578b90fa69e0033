import { specFor } from '@onmaru/event-sourcing/testing';
import type { Instant } from '@onmaru/time';
import { casePolicies } from '../case-policy.js';
import { DEFAULT_MATRIX } from '../priority-matrix.js';
import { publishCasePolicy } from './publish-case-policy.js';

const { given } = specFor(casePolicies, publishCasePolicy);
const now = '2026-03-02T09:00:00.000Z';
const drafted = (effectiveFrom: Instant | null) =>
  ({ type: 'CasePolicyDrafted', occurredAt: '2026-03-01T09:00:00.000Z', data: { version: 2, matrix: DEFAULT_MATRIX, reopenWindowHours: 72, effectiveFrom } }) as const;
const published = (effectiveFrom: Instant) => ({ type: 'CasePolicyPublished', occurredAt: now, data: { version: 2, effectiveFrom } }) as const;
const publish = { at: now, data: { version: 2 } } as const;

describe('Publish a case policy', () => {
  it('puts a draft in force from now', () => given(drafted(null)).when(publish).then(published(now)));

  it('puts a draft in force from the moment that it names', () =>
    given(drafted('2026-04-01T00:00:00.000Z')).when(publish).then(published('2026-04-01T00:00:00.000Z')));

  it('is refused when that moment has passed: decisions were already made for it', () =>
    given(drafted('2026-03-02T08:59:59.999Z')).when(publish).thenRefused('policy-effective-in-the-past'));

  it('changes nothing when the version is published already', () => given(drafted(null), published(now)).when(publish).thenNothing());

  it('is refused for a version that nobody drafted', () => given().when(publish).thenRefused('policy-not-found'));

  it('changes nothing for version 1, which holds from the beginning', () =>
    given().when({ ...publish, data: { version: 1 } }).thenNothing());
});
