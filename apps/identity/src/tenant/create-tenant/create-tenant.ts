import { refuse, type Command } from '@onmaru/event-sourcing';
import type { Decision, Tenant } from '../tenant.js';

export type CreateTenant = Command<{ readonly name: string }>;

export const createTenant = ({ at, data: { name } }: CreateTenant, current: Tenant): Decision<'TenantCreated'> => {
  if (current.state === 'created') return refuse('tenant-exists');
  return [{ type: 'TenantCreated', occurredAt: at, data: { name } }];
};
