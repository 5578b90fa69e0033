import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TimelineItem } from '../api/types.js';
import { outsidePolicyOf } from './event-words.js';
import styles from './happened.module.css';

/** Marks what was recorded though the policy would have refused it. */
export const OutsidePolicy = ({ item }: { readonly item: TimelineItem }) => {
  const { t } = useTranslation();
  const code = outsidePolicyOf(item);
  if (code === null) return null;
  return (
    <p className={styles.outside} title={t('events.outsidePolicyHint', { code })}>
      <IconAlertTriangle size={14} stroke={1.8} aria-hidden="true" />
      {t('events.outsidePolicy')}
      <span className="visually-hidden">{t('events.outsidePolicyHint', { code })}</span>
    </p>
  );
};
