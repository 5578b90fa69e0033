import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { filtersOf, searchOf, type FilterSearch } from '../features/inbox/filters.js';
import { ADMIN_PAGES } from './admin-pages.js';
import { customersOnly, ownViewFirst, staffOnly, strangersOnly, toHome, whoeverMay } from './gate.js';
import { NotFound } from './not-found.js';
import { PageError } from './page-error.js';
import { PagePending } from './page-pending.js';
import { ADMIN, CUSTOMERS, INBOX } from './rail-pages.js';
import { Root } from './root.js';
import { parseSearch, stringifySearch } from './search-text.js';

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const whole = (value: unknown): number | undefined => (/^\d{1,9}$/.test(String(value)) ? Number(value) : undefined);

const rootRoute = createRootRoute({ component: Root, notFoundComponent: NotFound });

const indexRoute = createRoute({ getParentRoute: () => rootRoute, path: '/', beforeLoad: toHome });

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { back?: string; why?: string } => ({ back: text(search.back), why: text(search.why) }),
  beforeLoad: strangersOnly,
  component: lazyRouteComponent(() => import('../features/session/sign-in-page.js'), 'SignInPage'),
});

const deskRoute = createRoute({ getParentRoute: () => rootRoute, id: 'desk', beforeLoad: staffOnly, component: lazyRouteComponent(() => import('./desk.js'), 'Desk') });

const inboxRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: INBOX.path,
  beforeLoad: whoeverMay(INBOX.permissions),
  validateSearch: (search: Record<string, unknown>): FilterSearch => (Object.keys(search).length === 0 ? {} : searchOf(filtersOf(search))),
  component: INBOX.component,
});

const caseRoute = createRoute({
  getParentRoute: () => inboxRoute,
  path: '/$caseId',
  validateSearch: (search: Record<string, unknown>): { at?: number } => ({ at: whole(search.at) }),
  component: lazyRouteComponent(() => import('./case-pane.js'), 'CasePane'),
});

const noCaseRoute = createRoute({ getParentRoute: () => inboxRoute, path: '/', beforeLoad: ownViewFirst, component: lazyRouteComponent(() => import('./no-case-pane.js'), 'NoCasePane') });

const customersRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: CUSTOMERS.path,
  beforeLoad: whoeverMay(CUSTOMERS.permissions),
  validateSearch: (search: Record<string, unknown>): { q?: string } => ({ q: text(search.q) }),
  component: CUSTOMERS.component,
});

const adminRoute = createRoute({ getParentRoute: () => deskRoute, path: ADMIN.path, component: ADMIN.component });
const adminIndexRoute = createRoute({ getParentRoute: () => adminRoute, path: '/', component: lazyRouteComponent(() => import('./admin-page.js'), 'AdminIndex') });
const adminRoutes = ADMIN_PAGES.map(({ path, permissions, component }) => createRoute({ getParentRoute: () => adminRoute, path, beforeLoad: whoeverMay(permissions, ADMIN.path), component }));

const portalRoute = createRoute({ getParentRoute: () => rootRoute, id: 'portal', beforeLoad: customersOnly, component: lazyRouteComponent(() => import('./portal.js'), 'Portal') });
const myRoute = createRoute({ getParentRoute: () => portalRoute, path: '/my', component: lazyRouteComponent(() => import('../features/my/my-cases-page.js'), 'MyCasesPage') });
const myNewRoute = createRoute({ getParentRoute: () => portalRoute, path: '/my/new', component: lazyRouteComponent(() => import('../features/my/my-new-case-page.js'), 'MyNewCasePage') });
const myCaseRoute = createRoute({ getParentRoute: () => portalRoute, path: '/my/$caseId', component: lazyRouteComponent(() => import('../features/my/my-case-page.js'), 'MyCasePage') });

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    indexRoute,
    signInRoute,
    deskRoute.addChildren([
      inboxRoute.addChildren([noCaseRoute, caseRoute]),
      customersRoute,
      adminRoute.addChildren([adminIndexRoute, ...adminRoutes]),
    ]),
    portalRoute.addChildren([myRoute, myNewRoute, myCaseRoute]),
  ]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPendingComponent: PagePending,
  defaultPendingMs: 300,
  defaultErrorComponent: PageError,
  scrollRestoration: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
