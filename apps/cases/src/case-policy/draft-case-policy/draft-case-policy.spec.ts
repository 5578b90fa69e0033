import { specFor } from '@onmaru/event-sourcing/testing';
import { casePolicies } from '../case-policy.js';
import { DEFAULT_MATRIX } from '../priority-matrix.js';
import { draftCasePolicy } from './draft-case-policy.js';

const { given } = specFor(casePolicies, draftCasePolicy);
const at = '2026-03-01T09:00:00.000Z';
const draft = { at, data: { matrix: DEFAULT_MATRIX, reopenWindowHours: 72, effectiveFrom: null } } as const;
const drafted = (version: number) => ({ type: 'CasePolicyDrafted', occurredAt: at, data: { version, matrix: DEFAULT_MATRIX, reopenWindowHours: 72, effectiveFrom: null } }) as const;

describe('Draft a case policy', () => {
  it('makes version 2 first, since version 1 holds from the beginning', () => given().when(draft).then(drafted(2)));

  it('makes the next version each time', () => given(drafted(2)).when(draft).then(drafted(3)));
});
