import { foldTenant } from './tenant-record.js';

describe('The list of tenants', () => {
  it('shows a tenant by its name', () =>
    expect(foldTenant(null, { type: 'TenantCreated', occurredAt: '', data: { name: '한빛통신' }, tenant: 'hanbit', revision: 1, position: 3 })).toEqual({
      ...{ tenant: 'hanbit', id: 'hanbit', name: '한빛통신', revision: 1, position: 3 },
    }));
});
