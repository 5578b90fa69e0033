import type { Command } from '@onmaru/event-sourcing';
import type { Instant } from '@onmaru/time';
import type { CasePolicies, Decision } from '../case-policy.js';
import type { PriorityMatrix } from '../priority-matrix.js';

export type DraftCasePolicy = Command<{ readonly matrix: PriorityMatrix; readonly reopenWindowHours: number; readonly effectiveFrom: Instant | null }>;

/** A draft changes nothing for anybody until it is published. */
export const draftCasePolicy = (
  { at, data: { matrix, reopenWindowHours, effectiveFrom } }: DraftCasePolicy,
  policies: CasePolicies,
): Decision<'CasePolicyDrafted'> => [
  { type: 'CasePolicyDrafted', occurredAt: at, data: { version: policies.length + 1, matrix, reopenWindowHours, effectiveFrom } },
];
