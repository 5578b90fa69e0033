import type { Recorded } from '@onmaru/event-sourcing';
import type { TenantEvent } from '../../tenant/tenant.js';

/** One row of the tenants view; `id` is the short name, which is the tenant itself. */
export type TenantRecord = {
  readonly tenant: string;
  readonly id: string;
  readonly name: string;
  readonly revision: number;
  readonly position: number;
};

export const foldTenant = (_: TenantRecord | null, event: Recorded<TenantEvent, 'tenant' | 'revision' | 'position'>): TenantRecord => {
  const { tenant, revision, position } = event;
  return { tenant, id: tenant, name: event.data.name, revision, position };
};
