import type { View } from '@onmaru/read-models';
import { tenants, type TenantEvent } from '../../tenant/tenant.js';
import { foldTenant, type TenantRecord } from './tenant-record.js';
import { TenantRow } from './tenant-record.entity.js';

export const tenantsView: View<TenantRecord, TenantEvent> = {
  name: 'tenants',
  entity: TenantRow,
  of: tenants,
  key: ({ tenant }) => tenant,
  fold: foldTenant,
  recorded: ['position'],
};
