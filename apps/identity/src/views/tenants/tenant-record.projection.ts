import type { View } from '@onmaru/read-models';
import { tenantEvents, type TenantEvent } from '../../tenant/tenant.js';
import { foldTenant, type TenantRecord } from './tenant-record.js';
import { TenantRow } from './tenant-record.entity.js';

export const tenantsView: View<TenantRecord, TenantEvent> = {
  name: 'tenants',
  entity: TenantRow,
  events: tenantEvents,
  category: 'tenant',
  key: ({ tenant }) => tenant,
  fold: foldTenant,
};
