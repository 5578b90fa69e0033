import { Link, Navigate, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Empty } from '../ui/parts/empty.js';
import { usePageTitle } from '../ui/parts/use-page-title.js';
import { useMay } from '../ui/requests/use-me.js';
import styles from './admin-page.module.css';
import { ADMIN_TABS } from './admin-tabs.js';

const active = { 'data-current': '', 'aria-current': 'page' as const };

/** The pages of administration, those that somebody may use. */
export const AdminPage = () => {
  const { t } = useTranslation();
  const may = useMay();
  usePageTitle(t('admin.title'));
  const tabs = ADMIN_TABS.filter(({ permissions }) => permissions.some(may));
  if (tabs.length === 0)
    return (
      <main id="main">
        <h1 className="visually-hidden">{t('admin.title')}</h1>
        <Empty title={t('error.forbidden')} hint={t('error.forbiddenHint')} />
      </main>
    );
  return (
    <div className={styles.admin}>
      <nav className={styles.tabs} aria-label={t('admin.title')}>
        {tabs.map(({ to, name }) => (
          <Link key={to} to={to} className={styles.tab} activeProps={active}>
            {t(`admin.tabs.${name}`)}
          </Link>
        ))}
      </nav>
      <main id="main" className={styles.main} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
};

export const AdminIndex = () => {
  const may = useMay();
  const first = ADMIN_TABS.find(({ permissions }) => permissions.some(may));
  return first === undefined ? null : <Navigate to={first.to} replace />;
};
