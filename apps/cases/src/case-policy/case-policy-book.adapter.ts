import { Remembered } from '@onmaru/service-kit';
import { folded, type EventStore, type Revision } from '@onmaru/event-sourcing';
import { casePolicies, type CasePolicies } from './case-policy.js';

/** The case policies of tenants: what was read before, and whatever the stream has gained since. */
export class CasePolicyBook {
  private readonly remembered = new Remembered<CasePolicies>();
  private readonly read = new Map<string, { readonly policies: CasePolicies; readonly revision: Revision }>();

  constructor(private readonly log: EventStore) {}

  /** As of now, or of four seconds ago where another process has changed them since. */
  async of(tenant: string): Promise<CasePolicies> {
    const known = this.remembered.get(tenant);
    if (known) return known;
    const keep = this.remembered.asking();
    const policies = await this.latest(tenant);
    keep(tenant, policies);
    return policies;
  }

  /** This process may have changed them. */
  changed(tenant: string): void {
    this.remembered.forget(tenant);
  }

  /** As of now, whoever has changed them. */
  async latest(tenant: string): Promise<CasePolicies> {
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
