import { mayUse } from './may.js';

const admin = { tenant: 'demo', permissions: ['case:*', 'staff:hire', 'operations:read'] };

describe('What a screen offers', () => {
  it('is what somebody has the permission for, by name or for all of a noun', () => {
    expect(['case:hold', 'staff:hire', 'operations:read', 'queue:open'].map((permission) => mayUse(admin, permission))).toEqual([true, true, true, false]);
  });

  it('is, for those who run the platform, what concerns the platform, and nothing of a tenant', () => {
    const operator = { ...admin, tenant: 'platform' };
    expect(['case:hold', 'staff:hire', 'operations:read', 'operations:replay'].map((permission) => mayUse(operator, permission))).toEqual([false, false, true, false]);
  });
});
