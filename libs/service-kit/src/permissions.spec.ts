import { may, permits, permissionsOf, PLATFORM, STAFF_ROLES, type Role } from './permissions.js';

describe('Permissions', () => {
  it('give customers their own cases and nothing between colleagues', () => {
    expect(may('customer', 'case:record-customer-reply')).toBe(true);
    for (const permission of ['case:add-note', 'case:assign', 'customer:read', 'event:follow', 'report:export'] as const) expect(may('customer', permission)).toBe(false);
  });

  it('give agents the work on cases, and neither policies nor people', () => {
    expect(may('agent', 'case:resolve')).toBe(true);
    for (const permission of ['policy:publish', 'staff:hire', 'customer:erase', 'history:import', 'event:read-personal'] as const) expect(may('agent', permission)).toBe(false);
  });

  it('let analysts look and never act', () =>
    expect(permissionsOf('analyst').filter((permission) => !/:(read|read-routing|follow|report|export|verify)$/.test(permission))).toEqual([]));

  it('give an unknown role nothing', () => expect(may('owner' as Role, 'case:read')).toBe(false));

  it('keep what concerns all tenants for those who run the platform', () => {
    expect(permits({ tenant: 'demo', role: 'admin' }, 'tenant:create')).toBe(false);
    expect(permits({ tenant: PLATFORM, role: 'admin' }, 'tenant:create')).toBe(true);
    expect(permits({ tenant: PLATFORM, role: 'agent' }, 'tenant:create')).toBe(false);
  });

  it('keep what services ask each other for services, and give these nothing else', () => {
    for (const role of ['customer', ...STAFF_ROLES] as const) expect(permits({ tenant: PLATFORM, role }, 'service:open-keys')).toBe(false);
    expect(permits({ tenant: PLATFORM, role: 'service' }, 'service:open-keys')).toBe(true);
    expect(permissionsOf('service').filter((permission) => !permission.startsWith('service:'))).toEqual([]);
  });

  it.each(STAFF_ROLES)('are listed as they are given: %s', (role) => expect(permissionsOf(role).filter((permission) => !may(role, permission as never))).toEqual([]));
});
