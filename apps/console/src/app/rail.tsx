import { IconAdjustments, IconInbox, IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PresenceSwitch } from '../features/presence/presence-switch.js';
import { useMay } from '../ui/requests/use-me.js';
import { ADMIN_PERMISSIONS } from './admin-tabs.js';
import { MyMenu } from './my-menu.js';
import styles from './rail.module.css';

const active = { className: styles.active, 'aria-current': 'page' as const };

export const Rail = () => {
  const { t } = useTranslation();
  const may = useMay();
  const entries = [
    { to: '/inbox', Icon: IconInbox, name: t('rail.inbox'), shown: may('case:read') },
    { to: '/customers', Icon: IconUsers, name: t('rail.customers'), shown: may('customer:read') },
    { to: '/admin', Icon: IconAdjustments, name: t('rail.admin'), shown: ADMIN_PERMISSIONS.some(may) },
  ] as const;
  return (
    <nav className={styles.rail} aria-label={t('rail.label')}>
      <span className={styles.mark} aria-label={t('brand')} role="img" lang="ko">
        {t('mark')}
      </span>
      {entries
        .filter(({ shown }) => shown)
        .map(({ to, Icon, name }) => (
          <Link key={to} to={to} className={styles.entry} activeProps={active} activeOptions={{ includeSearch: false }}>
            <Icon size={20} stroke={1.6} aria-hidden="true" />
            {name}
          </Link>
        ))}
      <span className={styles.gap} />
      {may('staff:set-presence') && <PresenceSwitch />}
      <MyMenu />
    </nav>
  );
};
