import { Link, Navigate, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Empty } from '../ui/parts/empty.js';
import { usePageTitle } from '../ui/parts/use-page-title.js';
import { useMay } from '../ui/requests/use-me.js';
import styles from './admin-page.module.css';
import { ADMIN_PAGES } from './admin-pages.js';

const active = { 'data-current': '', 'aria-current': 'page' as const };

const useTabs = () => {
  const may = useMay();
  return ADMIN_PAGES.filter(({ permissions }) => permissions.some(may));
};

/** The pages of administration, those that somebody may use. */
export const AdminPage = () => {
  const { t } = useTranslation();
  const tabs = useTabs();
  usePageTitle(t('admin.title'));
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
        {tabs.map(({ path, name }) => (
          <Link key={path} to={`/admin${path}`} className={styles.tab} activeProps={active}>
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
  const [first] = useTabs();
  return first === undefined ? null : <Navigate to={`/admin${first.path}`} replace />;
};
