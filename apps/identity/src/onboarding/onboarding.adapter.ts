import { done, PLATFORM } from '@onmaru/service-kit';
import type { ApiKeys } from '../account/api-keys.adapter.js';
import type { Locale } from '../customer/customer.js';
import type { CustomerStreams } from '../customer/customer-streams.adapter.js';
import { parseApiKey } from '../sign-in/api-key-text.js';
import { personId, type Asked } from '../person-id.adapter.js';
import type { TenantStreams } from '../tenant/tenant-streams.adapter.js';
import type { Applicant, Hiring } from '../user/hire-staff/hiring.adapter.js';
import type { CustomerSignIns } from '../user/open-customer-sign-in/customer-sign-ins.adapter.js';
import { registerCustomer } from '../customer/register-customer/register-customer.js';
import { createTenant } from '../tenant/create-tenant/create-tenant.js';

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
    private readonly customers: CustomerStreams,
    private readonly hiring: Hiring,
    private readonly signIns: CustomerSignIns,
    private readonly keys: ApiKeys,
  ) {}

  async ensureTenant(tenant: string, name: string): Promise<void> {
    const outcome = await this.tenants.handle(asSystem(tenant, 'tenant'), tenant, (current, at) => createTenant({ at, data: { name } }, current));
    if (outcome.outcome !== 'refused') done(outcome);
  }

  /** `ref` tells one from another, and must not be personal. Answers their id. */
  async ensureStaff(tenant: string, ref: string, applicant: Applicant & { readonly email: string; readonly password: string }): Promise<string> {
    return (await this.hiring.hire(asSystem(tenant, `staff ${ref}`), applicant)).userId;
  }

  /** With a sign-in. Answers the customer's id; who was erased meanwhile stays so. */
  async ensureCustomer(tenant: string, guest: Guest): Promise<string> {
    const { name, email, phone = null, password, locale, externalId } = guest;
    const asking = asSystem(tenant, `customer ${externalId}`);
    const customerId = personId(asking, 'customer', externalId);
    const data = { customerId, name, email, phone, locale, externalId };
    done(await this.customers.handle(asking, customerId, (current, at) => registerCustomer({ at, data }, current)));
    if ((await this.customers.current(tenant, customerId)).state !== 'erased') await this.signIns.open(asking, customerId, email, password);
    return customerId;
  }

  /** Sees to it that `key`, as `newApiKey` makes them, is good for whoever runs the platform: it may act in every tenant. */
  async ensurePlatformKey(name: string, key: string): Promise<void> {
    const parsed = parseApiKey(key);
    if (parsed === null) throw new Error('This is no API key');
    await this.keys.ensure(asSystem(PLATFORM, `platform key ${parsed.id}`), parsed, name, 'admin');
  }
}

const asSystem = (tenant: string, what: string): Asked => ({
  tenant,
  actor: { kind: 'system', id: 'onboarding' },
  commandId: `onboarding: ${what}`,
  commandHash: 'onboarding',
  correlationId: `onboarding: ${what}`,
});
