/** The tenant of those who run the platform: it alone may create others, and nobody can create it. */
export const PLATFORM = 'platform';

const SLUG = /^[a-z][a-z0-9-]{1,39}$/;

/** Short name of a tenant as it stands on every event, made from its name; null where the name gives none. */
export const tenantSlug = (name: string): string | null => {
  const slug = name.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return isTenantSlug(slug) ? slug : null;
};

export const isTenantSlug = (text: string): boolean => SLUG.test(text) && text !== PLATFORM;
