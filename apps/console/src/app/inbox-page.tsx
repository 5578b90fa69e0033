import { Outlet, useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { filtersOf, searchOf, type Filters } from '../features/inbox/filters.js';
import { ListColumn } from '../features/inbox/list-column.js';
import { ViewsNav } from '../features/inbox/views-nav.js';
import { usePageTitle } from '../ui/parts/use-page-title.js';
import { useSettings } from '../ui/settings/use-settings.js';
import styles from './inbox-page.module.css';

// What opens in front of the list is fetched when it is asked for.
const NewCaseDialog = lazy(async () => ({ default: (await import('../features/new-case/new-case-dialog.js')).NewCaseDialog }));
const ViewsDrawer = lazy(async () => ({ default: (await import('../features/inbox/views-drawer.js')).ViewsDrawer }));

/** Views, list and, beside them, the case of the address. */
export const InboxPage = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const router = useRouter();
  const { density } = useSettings();
  const { caseId } = useParams({ strict: false });
  const { at, ...search } = useSearch({ strict: false });
  const filters = filtersOf(search);
  const [viewsShown, showViews] = useState(false);
  const [newShown, showNew] = useState(false);
  usePageTitle(caseId === undefined ? t('inbox.title') : '');

  const change = (next: Filters) => {
    const search = searchOf(next);
    const replace = next.q !== filters.q;
    // A case may have been picked a moment ago, and its page be on its way.
    const opening = /^\/inbox\/([^/]+)/.exec(router.history.location.pathname)?.[1];
    void (opening === undefined ? navigate({ to: '/inbox', search, replace }) : navigate({ to: '/inbox/$caseId', params: { caseId: opening }, search: { ...search, at }, replace }));
  };

  return (
    <div className={styles.inbox} data-density={density} data-case={caseId !== undefined || undefined}>
      <div className={styles.views}>
        <ViewsNav filters={filters} />
      </div>
      <main id="main" className={styles.main} tabIndex={-1}>
        <div className={styles.list}>
          <ListColumn filters={filters} openId={caseId} onChange={change} onShowViews={() => showViews(true)} onNewCase={() => showNew(true)} />
        </div>
        <div className={styles.work}>
          <Outlet />
        </div>
      </main>
      <Suspense>
        {viewsShown && <ViewsDrawer filters={filters} onClose={() => showViews(false)} />}
        {newShown && <NewCaseDialog onClose={() => showNew(false)} onOpened={(id) => void navigate({ to: '/inbox/$caseId', params: { caseId: id }, search: searchOf(filters) })} />}
      </Suspense>
    </div>
  );
};
