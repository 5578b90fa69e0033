import type { Command } from '@onmaru/event-sourcing';
import { refuse, type Decision, type Tenant, type TenantCreated } from '../tenant.js';

export type CreateTenant = Command<'CreateTenant', { readonly name: string }>;

export const createTenant = ({ at, data: { name } }: CreateTenant, current: Tenant): Decision<TenantCreated> => {
  if (current.state === 'created') return refuse('tenant-exists');
  return [{ type: 'TenantCreated', occurredAt: at, data: { name } }];
};
