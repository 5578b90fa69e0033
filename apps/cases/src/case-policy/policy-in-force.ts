import type { Instant } from '@onmaru/time';
import type { CasePolicies, CasePolicyVersion } from './case-policy.js';

/** The published version in force at a moment: the one that took effect last before it, the later version on a tie. */
export const policyInForce = (policies: CasePolicies, at: Instant): CasePolicyVersion => {
  const inForce = policies
    .filter(({ publishedAt, effectiveFrom }) => publishedAt !== null && effectiveFrom !== null && effectiveFrom <= at)
    .sort((one, other) => inOrder(one.effectiveFrom as Instant, other.effectiveFrom as Instant) || one.version - other.version)
    .at(-1);
  return inForce ?? (policies[0] as CasePolicyVersion);
};

const inOrder = (one: Instant, other: Instant): number => (one < other ? -1 : one > other ? 1 : 0);
