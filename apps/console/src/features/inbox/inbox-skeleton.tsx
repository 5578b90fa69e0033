import { Skeleton } from '@mantine/core';
import { ROW_HEIGHT } from '../../ui/settings/settings.js';
import { useSettings } from '../../ui/settings/use-settings.js';
import styles from './inbox-skeleton.module.css';

/** Rows in the shape of those that are coming. */
export const InboxSkeleton = () => {
  const { density } = useSettings();
  return (
    <div aria-hidden="true">
      {Array.from({ length: 9 }, (_, n) => (
        <div key={n} className={styles.row} style={{ height: ROW_HEIGHT[density] }}>
          <Skeleton width={30} height={19} radius={4} />
          <div className={styles.words}>
            <Skeleton height={12} width={`${70 - ((n * 17) % 30)}%`} />
            <Skeleton height={10} width={`${50 - ((n * 11) % 20)}%`} />
          </div>
        </div>
      ))}
    </div>
  );
};
