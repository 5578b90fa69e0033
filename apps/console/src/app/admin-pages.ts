import { lazyRouteComponent } from '@tanstack/react-router';

/** The pages of administration, in the order of their tabs; below `/admin`. Whoever may do one of `permissions` sees the tab. */
export const ADMIN_PAGES = [
  { path: '/staff', name: 'staff', permissions: ['staff:hire', 'staff:set-capacity'], component: lazyRouteComponent(() => import('../features/staff/staff-page.js'), 'StaffPage') },
  { path: '/queues', name: 'queues', permissions: ['queue:open'], component: lazyRouteComponent(() => import('../features/queues/queues-page.js'), 'QueuesPage') },
  { path: '/policies', name: 'policies', permissions: ['policy:draft'], component: lazyRouteComponent(() => import('../features/policies/policies-page.js'), 'PoliciesPage') },
  { path: '/api-keys', name: 'keys', permissions: ['api-key:read'], component: lazyRouteComponent(() => import('../features/api-keys/api-keys-page.js'), 'ApiKeysPage') },
  { path: '/operations', name: 'operations', permissions: ['operations:read'], component: lazyRouteComponent(() => import('../features/operations/operations-page.js'), 'OperationsPage') },
] as const;
