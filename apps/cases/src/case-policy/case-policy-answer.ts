import { hours, type Instant } from '@onmaru/time';
import type { CasePolicies, CasePolicyVersion } from './case-policy.js';
import { policyInForce } from './policy-in-force.js';

export const casePolicyAnswer = ({ version, matrix, reopenWindow, effectiveFrom, publishedAt }: CasePolicyVersion, inForce: CasePolicyVersion) => ({
  version,
  matrix,
  reopenWindowHours: reopenWindow / hours(1),
  effectiveFrom,
  publishedAt,
  inForce: version === inForce.version,
});

/** Every version, the newest first. */
export const casePolicyAnswers = (policies: CasePolicies, at: Instant) => {
  const inForce = policyInForce(policies, at);
  return policies.map((policy) => casePolicyAnswer(policy, inForce)).reverse();
};
