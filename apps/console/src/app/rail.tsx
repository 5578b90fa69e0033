import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PresenceSwitch } from '../features/presence/presence-switch.js';
import { useMay } from '../ui/requests/use-me.js';
import { MyMenu } from './my-menu.js';
import { RAIL_PAGES } from './rail-pages.js';
import styles from './rail.module.css';

const active = { className: styles.active, 'aria-current': 'page' as const };

export const Rail = () => {
  const { t } = useTranslation();
  const may = useMay();
  const entries = RAIL_PAGES.filter(({ permissions }) => permissions.some(may));
  return (
    <nav className={styles.rail} aria-label={t('rail.label')}>
      <span className={styles.mark} aria-label={t('brand')} role="img" lang="ko">
        {t('mark')}
      </span>
      {entries.map(({ path, name, Icon }) => (
        <Link key={path} to={path} className={styles.entry} activeProps={active} activeOptions={{ includeSearch: false }}>
          <Icon size={20} stroke={1.6} aria-hidden="true" />
          {t(`rail.${name}`)}
        </Link>
      ))}
      <span className={styles.gap} />
      {may('staff:set-presence') && <PresenceSwitch />}
      <MyMenu />
    </nav>
  );
};
