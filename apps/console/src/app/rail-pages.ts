import { IconAdjustments, IconInbox, IconUsers } from '@tabler/icons-react';
import { lazyRouteComponent } from '@tanstack/react-router';
import { ADMIN_PAGES } from './admin-pages.js';

export const INBOX = { path: '/inbox', name: 'inbox', permissions: ['case:read'], Icon: IconInbox, component: lazyRouteComponent(() => import('./inbox-page.js'), 'InboxPage') } as const;

export const CUSTOMERS = {
  path: '/customers',
  name: 'customers',
  permissions: ['customer:read'],
  Icon: IconUsers,
  component: lazyRouteComponent(() => import('../features/customers/customers-page.js'), 'CustomersPage'),
} as const;

export const ADMIN = {
  path: '/admin',
  name: 'admin',
  permissions: ADMIN_PAGES.flatMap(({ permissions }) => permissions),
  Icon: IconAdjustments,
  component: lazyRouteComponent(() => import('./admin-page.js'), 'AdminPage'),
} as const;

/** What the rail leads to, in its order. */
export const RAIL_PAGES = [INBOX, CUSTOMERS, ADMIN];
