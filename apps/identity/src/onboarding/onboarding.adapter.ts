import { done, PLATFORM } from '@onmaru/service-kit';
import type { ApiKeys } from '../account/api-keys.adapter.js';
import type { Locale } from '../customer/customer.js';
import type { CustomerStreams } from '../customer/customer-streams.adapter.js';
import { personId, signInOf } from '../person-id.adapter.js';
import type { Credentials } from '../sign-in/credentials.adapter.js';
import type { TenantStreams } from '../tenant/tenant-streams.adapter.js';
import type { Applicant, Hiring, HiringContext } from '../user/hire-staff/hiring.adapter.js';
import type { UserStreams } from '../user/user-streams.adapter.js';

export type Guest = {
  readonly name: string;
  readonly email: string;
  readonly phone?: string;
  readonly password: string;
  readonly locale: Locale;
  readonly externalId: string;
};

/** Sees to it that tenants and people are there, through the same decisions as the API; harmless when repeated. */
export class Onboarding {
  constructor(
    private readonly tenants: TenantStreams,
    private readonly users: UserStreams,
    private readonly customers: CustomerStreams,
    private readonly hiring: Hiring,
    private readonly credentials: Credentials,
    private readonly keys: ApiKeys,
  ) {}

  async ensureTenant(tenant: string, name: string): Promise<void> {
    const outcome = await this.tenants.handle(asSystem(tenant, 'tenant'), tenant, { type: 'CreateTenant', at: this.tenants.now(), data: { name } });
    if (outcome.outcome !== 'refused') done(outcome);
  }

  /** `ref` tells one from another, and must not be personal. Answers their id; a new password holds from now on. */
  async ensureStaff(tenant: string, ref: string, applicant: Applicant & { readonly email: string; readonly password: string }): Promise<string> {
    const { userId } = await this.hiring.hire(asSystem(tenant, `staff ${ref}`), applicant);
    if (!(await this.credentials.has(userId, applicant.password))) await this.credentials.setPassword(tenant, userId, applicant.password);
    return userId;
  }

  /** Answers the customer's id. */
  async ensureCustomer(tenant: string, { name, email, phone, password, locale, externalId }: Guest): Promise<string> {
    const asking = asSystem(tenant, `customer ${externalId}`);
    const customerId = personId(asking, 'customer', externalId);
    const data = { customerId, name, email, phone: phone ?? null, locale, externalId };
    const registered = done(await this.customers.handle(asking, customerId, { type: 'RegisterCustomer', at: this.customers.now(), data }));
    if (registered.history.length > 1) return customerId;
    const userId = signInOf(customerId);
    await this.credentials.claim({ userId, tenant, customerId }, email, password);
    done(await this.users.handle(asking, userId, { type: 'OpenCustomerSignIn', at: this.users.now(), data: { customerId, email } }));
    return customerId;
  }

  /** A key for whoever runs the platform: it may act in every tenant. */
  async issuePlatformKey(name: string, commandId: string): Promise<string> {
    const { key } = await this.keys.issue({ ...asSystem(PLATFORM, name), commandId }, name, 'admin');
    if (key === undefined) throw new Error('This platform key was issued before');
    return key;
  }
}

const asSystem = (tenant: string, what: string): HiringContext => ({
  tenant,
  actor: { kind: 'system', id: 'onboarding' },
  commandId: `onboarding: ${what}`,
  commandHash: 'onboarding',
  correlationId: `onboarding: ${what}`,
});
