/** The pages of administration, and what each is for: whoever may do one of these sees it. */
export const ADMIN_TABS = [
  { to: '/admin/staff', name: 'staff', permissions: ['staff:hire', 'staff:set-capacity'] },
  { to: '/admin/queues', name: 'queues', permissions: ['queue:open'] },
  { to: '/admin/policies', name: 'policies', permissions: ['policy:draft'] },
  { to: '/admin/api-keys', name: 'keys', permissions: ['api-key:read'] },
] as const;

export const ADMIN_PERMISSIONS: readonly string[] = ADMIN_TABS.flatMap(({ permissions }) => permissions);
