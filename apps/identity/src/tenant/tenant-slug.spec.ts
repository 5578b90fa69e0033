import { isTenantSlug, tenantSlug } from './tenant-slug.js';

describe('The short name of a tenant', () => {
  it.each([
    ['demo', 'demo'],
    ['Hanbit Telecom', 'hanbit-telecom'],
    ['  Café  №1 ', 'cafe-no1'],
  ])('is made from the name %s', (name, slug) => expect(tenantSlug(name)).toBe(slug));

  it.each(['한빛통신', '7', 'x', 'platform', '--', 'a'.repeat(41)])('cannot be made from %s', (name) => expect(tenantSlug(name)).toBeNull());

  it('holds nothing but small letters, digits and dashes', () => expect(isTenantSlug('demo tenant')).toBe(false));
});
