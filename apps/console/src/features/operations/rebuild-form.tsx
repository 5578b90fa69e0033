import { Button, Checkbox, MultiSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../ui/parts/notice.js';
import { useStartRebuilds } from './change-rebuilds.js';
import styles from './operations.module.css';

/** Which views to make anew, and whether what is found may be put in their place. */
export const RebuildForm = ({ views }: { readonly views: readonly string[] }) => {
  const { t } = useTranslation();
  const start = useStartRebuilds();
  const [chosen, choose] = useState<string[]>([]);
  const [compareOnly, setCompareOnly] = useState(false);
  const begin = () => start.mutate({ ...(chosen.length > 0 && { views: chosen }), ...(compareOnly && { compareOnly }) });
  return (
    <>
      {start.error !== null && <ProblemNotice error={start.error} title={t('operations.rebuilds.failed')} />}
      <div className={styles.form}>
        <MultiSelect
          className={styles.wide}
          label={t('operations.rebuilds.views')}
          placeholder={chosen.length === 0 ? t('operations.rebuilds.every') : undefined}
          data={[...views]}
          value={chosen}
          onChange={choose}
          clearable
          clearButtonProps={{ 'aria-label': t('operations.rebuilds.every') }}
          size="sm"
          comboboxProps={{ withinPortal: false }}
        />
        <Checkbox className={styles.check} size="sm" label={t('operations.rebuilds.compareOnly')} checked={compareOnly} onChange={(event) => setCompareOnly(event.currentTarget.checked)} />
        <Button loading={start.isPending} onClick={begin} data-testid="start-rebuild">
          {t('operations.rebuilds.start')}
        </Button>
      </div>
    </>
  );
};
