import { Drawer } from '@mantine/core';
import { Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { filtersOf, searchOf, type Filters } from '../features/inbox/filters.js';
import { ListColumn } from '../features/inbox/list-column.js';
import { ViewsNav } from '../features/inbox/views-nav.js';
import { NewCaseDialog } from '../features/new-case/new-case-dialog.js';
import { usePageTitle } from '../ui/parts/use-page-title.js';
import { useSettings } from '../ui/settings/use-settings.js';
import styles from './inbox-page.module.css';

/** Views, list and, beside them, the case of the address. */
export const InboxPage = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { density } = useSettings();
  const { caseId } = useParams({ strict: false });
  const search = useSearch({ strict: false });
  const filters = filtersOf(search);
  const [viewsShown, showViews] = useState(false);
  const [newShown, showNew] = useState(false);
  usePageTitle(caseId === undefined ? t('inbox.title') : '');

  const change = (next: Filters) => {
    const search = searchOf(next);
    const replace = next.q !== filters.q;
    void (caseId === undefined ? navigate({ to: '/inbox', search, replace }) : navigate({ to: '/inbox/$caseId', params: { caseId }, search, replace }));
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
      <Drawer opened={viewsShown} onClose={() => showViews(false)} size={260} title={t('inbox.views')} closeButtonProps={{ 'aria-label': t('close') }} padding="md">
        <ViewsNav filters={filters} onPick={() => showViews(false)} />
      </Drawer>
      <NewCaseDialog opened={newShown} onClose={() => showNew(false)} onOpened={(id) => void navigate({ to: '/inbox/$caseId', params: { caseId: id }, search: searchOf(filters) })} />
    </div>
  );
};
