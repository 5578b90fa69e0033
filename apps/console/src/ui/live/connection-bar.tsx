import { IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayToast } from '../parts/toasts.js';
import styles from './connection-bar.module.css';
import { useConnection } from './connection.js';
import { retryNow } from './follow.js';

/** How long a hiccup may last before anybody is told. */
const GRACE = 1200;

const useSeconds = (until: number | null): number => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (until === null) return;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [until]);
  return until === null ? 0 : Math.max(0, Math.ceil((until - now) / 1000));
};

/** Says that the page no longer hears what happens, what is kept, and when it tries again. */
export const ConnectionBar = () => {
  const { t } = useTranslation();
  const connection = useConnection();
  const lost = connection.state === 'lost';
  const [shown, setShown] = useState(false);
  const seconds = useSeconds(lost ? connection.retryAt : null);
  useEffect(() => {
    if (connection.state === 'live' || connection.state === 'idle') {
      if (shown && connection.state === 'live') sayToast({ tone: 'good', title: t('connection.back') });
      return setShown(false);
    }
    if (!lost || shown) return undefined;
    const timer = setTimeout(() => setShown(true), GRACE);
    return () => clearTimeout(timer);
  }, [connection.state, lost, shown, t]);
  return (
    <div role="status" aria-live="polite" data-connection={connection.state}>
      {shown && (
        <div className={styles.bar}>
          <IconPlugConnectedX size={18} stroke={1.6} aria-hidden="true" />
          <strong>{t('connection.lost')}</strong>
          <span className={styles.hint}>{t('connection.lostHint')}</span>
          <span className={styles.next} aria-hidden="true">
            {seconds > 0 ? t('connection.retryIn', { count: seconds }) : t('connection.connecting')}
          </span>
          <button type="button" className={styles.now} onClick={retryNow}>
            {t('connection.retry')}
          </button>
        </div>
      )}
    </div>
  );
};
