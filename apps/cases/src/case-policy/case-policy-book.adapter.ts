import { folded, type EventStore, type Revision } from '@onmaru/event-sourcing';
import { casePolicies, type CasePolicies } from './case-policy.js';

/** A tenant's case policies as of now: what was read before, and whatever the stream has gained since. */
export class CasePolicyBook {
  private readonly read = new Map<string, { readonly policies: CasePolicies; readonly revision: Revision }>();

  constructor(private readonly log: EventStore) {}

  async of(tenant: string): Promise<CasePolicies> {
    const before = this.read.get(tenant) ?? { policies: casePolicies.initialState, revision: 0 };
    const since = await this.log.readStream(tenant, casePolicyStream(tenant), before.revision);
    if (since.length === 0) return before.policies;
    const policies = folded(casePolicies, since, before.policies);
    this.read.set(tenant, { policies, revision: before.revision + since.length });
    return policies;
  }
}

/** The one stream of a tenant's case policies. */
export const casePolicyStream = (tenant: string): string => `casepolicy-${tenant}`;
