import { specFor } from '@onmaru/event-sourcing/testing';
import { tenants } from '../tenant.js';
import { createTenant } from './create-tenant.js';

const { given } = specFor(tenants, createTenant);
const at = '2026-03-01T09:00:00.000Z';
const create = { at, data: { name: '한빛통신' } } as const;
const created = { type: 'TenantCreated', occurredAt: at, data: { name: '한빛통신' } } as const;

describe('Create a tenant', () => {
  it('opens the platform to one more organisation', () => given().when(create).then(created));

  it('is refused when an organisation already has that short name', () => given(created).when(create).thenRefused('tenant-exists'));
});
