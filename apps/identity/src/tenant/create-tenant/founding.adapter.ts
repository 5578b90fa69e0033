import { done, type Done } from '@onmaru/service-kit';
import type { Asked } from '../../person-id.adapter.js';
import type { Credentials } from '../../sign-in/credentials.adapter.js';
import type { Hired, Hiring } from '../../user/hire-staff/hiring.adapter.js';
import type { TenantStreams } from '../tenant-streams.adapter.js';
import { createTenant } from './create-tenant.js';

export type Founded = Done & { readonly admin: Hired };

/** Creates a tenant with its first admin; where the admin's address is in use, or the tenant's name is, there is neither. */
export class Founding {
  constructor(
    private readonly tenants: TenantStreams,
    private readonly hiring: Hiring,
    private readonly credentials: Credentials,
  ) {}

  /** `asking.tenant` is the tenant to be. */
  async found(asking: Asked, name: string, adminEmail: string): Promise<Founded> {
    const applicant = { name: adminEmail, email: adminEmail, role: 'admin' } as const;
    const place = await this.hiring.prepare(asking, applicant);
    const outcome = await this.tenants.handle(asking, asking.tenant, (current, at) => createTenant({ at, data: { name } }, current));
    if (outcome.outcome === 'refused' && place.isNew) await this.credentials.release(place.userId);
    return { ...done(outcome), admin: await this.hiring.record(place, applicant) };
  }
}
