import { refuse, type Command } from '@onmaru/event-sourcing';
import { elapsed } from '@onmaru/time';
import type { CasePolicies, Decision } from '../case-policy.js';

export type PublishCasePolicy = Command<{ readonly version: number }>;

/** In force from the draft's `effectiveFrom`, else from now; never from a moment for which decisions were already made. */
export const publishCasePolicy = ({ at, data: { version } }: PublishCasePolicy, policies: CasePolicies): Decision<'CasePolicyPublished'> => {
  const policy = policies.find((candidate) => candidate.version === version);
  if (!policy) return refuse('policy-not-found');
  if (policy.publishedAt !== null) return [];
  if (policy.effectiveFrom !== null && elapsed(policy.effectiveFrom, at) > 0) return refuse('policy-effective-in-the-past');
  return [{ type: 'CasePolicyPublished', occurredAt: at, data: { version, effectiveFrom: policy.effectiveFrom ?? at } }];
};
