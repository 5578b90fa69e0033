import { Button, Popover, Skeleton } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilterProps } from './filter-fields.js';
import styles from './filter-menu.module.css';

// Fetched when somebody asks for it.
const FilterFields = lazy(async () => ({ default: (await import('./filter-fields.js')).FilterFields }));

export const FilterMenu = (props: FilterProps) => {
  const { t } = useTranslation();
  return (
    <Popover position="bottom-end" width={300} trapFocus returnFocus>
      <Popover.Target>
        <Button variant="subtle" color="gray" size="compact-sm" leftSection={<IconFilter size={16} stroke={1.6} aria-hidden="true" />} className={styles.button}>
          {t('inbox.filter')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('inbox.filter')}>
        <Suspense fallback={<Skeleton height={280} />}>
          <FilterFields {...props} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
};
