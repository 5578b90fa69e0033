import type { Decider } from '@onmaru/event-sourcing';
import { createTenant, type CreateTenant } from './create-tenant/create-tenant.js';
import { evolve, initialState, type Tenant, type TenantEvent, type TenantRefusal } from './tenant.js';

export type TenantCommand = CreateTenant;

export const tenantDecider: Decider<Tenant, TenantCommand, TenantEvent, TenantRefusal> = { decide: createTenant, evolve, initialState };
