/** The pages of administration and what each asks for. */
export const ADMIN_TABS = [
  { to: '/admin/staff', name: 'staff', permission: 'staff:hire' },
  { to: '/admin/queues', name: 'queues', permission: 'queue:open' },
  { to: '/admin/policies', name: 'policies', permission: 'policy:draft' },
  { to: '/admin/api-keys', name: 'keys', permission: 'api-key:read' },
] as const;

export const ADMIN_PERMISSIONS: readonly string[] = ADMIN_TABS.map(({ permission }) => permission);
