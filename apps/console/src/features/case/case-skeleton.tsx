import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './case-page.module.css';

/** The case in its shape, while it is on its way. */
export const CaseSkeleton = () => {
  const { t } = useTranslation();
  return (
    <div className={styles.case} aria-busy="true">
      <div className={styles.work}>
        <h1 className="visually-hidden">{t('loading')}</h1>
        <div style={{ padding: '16px 22px' }} aria-hidden="true">
          <Skeleton height={22} width="55%" mb={8} />
          <Skeleton height={12} width="40%" mb={24} />
          <Skeleton height={3} mb={32} />
          <Skeleton height={74} radius={10} mb={12} />
          <Skeleton height={34} width="60%" mb={12} />
          <Skeleton height={74} radius={10} />
        </div>
      </div>
      <div className={styles.panel} aria-hidden="true">
        <div style={{ padding: 16 }}>
          {Array.from({ length: 6 }, (_, n) => (
            <Skeleton key={n} height={12} width={`${85 - n * 7}%`} mb={12} />
          ))}
        </div>
      </div>
    </div>
  );
};
