/** Who somebody is to Onmaru. A program with an API key has the role that the key was made for; `service`: another part of the platform. */
export type Role = 'customer' | 'agent' | 'supervisor' | 'analyst' | 'admin' | 'service';

export const STAFF_ROLES = ['agent', 'supervisor', 'analyst', 'admin'] as const satisfies readonly Role[];

type Noun = 'case' | 'report' | 'history' | 'customer' | 'staff' | 'queue' | 'policy' | 'event' | 'api-key' | 'tenant' | 'operations' | 'me' | 'service';

/** One thing that a route asks for, `<noun>:<verb>`. What is done to a case is named as its route: `case:reopen`. */
export type Permission = `${Noun}:${string}`;

const CUSTOMER = ['me:read', 'case:read', 'case:open', 'case:record-customer-reply', 'case:reopen'] as const;

const READER = ['me:read', 'case:read', 'customer:read', 'staff:read', 'queue:read', 'policy:read', 'event:follow', 'case:read-routing'] as const;

/** `case:*`: everything that can be done to one case. What concerns many of them has other nouns. */
const AGENT = [...READER, 'case:*', 'customer:register', 'staff:set-presence'] as const;

const ANALYST = [...READER, 'report:read', 'report:export', 'event:read', 'operations:verify'] as const;

const SUPERVISOR = [...AGENT, ...ANALYST, 'staff:set-presence-of-others', 'staff:set-capacity', 'event:read-personal', 'report:export-personal'] as const;

/** What only an admin has. */
const ADMIN = [
  ...['customer:erase', 'customer:open-sign-in', 'staff:hire', 'staff:change-role', 'staff:disable', 'staff:enable', 'staff:reset-password'],
  ...['queue:open', 'policy:draft', 'policy:publish', 'api-key:read', 'api-key:issue', 'api-key:revoke'],
  ...['history:import', 'operations:read', 'operations:redrive', 'operations:replay', 'operations:measure'],
] as const;

/** What the parts of a platform ask each other, and nobody else may ask. */
const SERVICE = ['service:introspect', 'service:open-keys', 'service:make-keys'] as const;

const PERMISSIONS: Readonly<Record<Role, ReadonlySet<string>>> = {
  customer: new Set(CUSTOMER),
  agent: new Set(AGENT),
  analyst: new Set(ANALYST),
  supervisor: new Set(SUPERVISOR),
  admin: new Set([...SUPERVISOR, ...ADMIN]),
  service: new Set(SERVICE),
};

/** Whether `role` has `permission`. An unknown role has none; the admin of a tenant has every one that people have, within the tenant. */
export const may = (role: Role, permission: Permission): boolean => {
  if (role === 'admin') return !permission.startsWith('service:');
  const held = PERMISSIONS[role] as ReadonlySet<string> | undefined;
  return held !== undefined && (held.has(permission) || held.has(`${permission.slice(0, permission.indexOf(':'))}:*`));
};

/** The tenant of those who run the platform: what concerns all tenants is done from there, and nowhere else. */
export const PLATFORM = 'platform';

/** Whether this caller has `permission`: what concerns all tenants (`tenant:…`) asks for a caller of the platform itself. */
export const permits = ({ tenant, role }: { readonly tenant: string; readonly role: Role }, permission: Permission): boolean =>
  may(role, permission) && (!permission.startsWith('tenant:') || tenant === PLATFORM);

/** Every permission of a role by name (`case:*` for all of a noun), for those who draw screens; what is refused is decided by {@link permits}. */
export const permissionsOf = (role: Role): readonly string[] => [...PERMISSIONS[role]];
