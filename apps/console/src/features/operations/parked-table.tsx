import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import page from '../../ui/parts/page.module.css';
import { Table } from '../../ui/parts/table.js';
import { useRunsPlatform } from '../../ui/requests/use-me.js';
import { When } from '../../ui/time/when.js';
import styles from './operations.module.css';
import type { Parked } from './standing.js';
import { StreamName } from './stream-name.js';

type Props = { readonly parked: readonly Parked[]; readonly caption: string; readonly again: ((one: Parked) => void) | null; readonly busy: boolean };

/** The streams that one view has parked. */
export const ParkedTable = ({ parked, caption, again, busy }: Props) => {
  const { t } = useTranslation();
  const runsPlatform = useRunsPlatform();
  const name = { stream: t('operations.parked.stream'), event: t('operations.parked.event'), reason: t('operations.parked.reason'), since: t('operations.parked.since') };
  const columns = [...(runsPlatform ? [t('operations.parked.tenant')] : []), ...Object.values(name), ...(again === null ? [] : [''])];
  return (
    <Table
      columns={columns}
      caption={caption}
      items={parked}
      row={(one) => (
        <tr key={`${one.tenant} ${one.stream}`} data-stream={one.stream}>
          {runsPlatform && (
            <td data-name={t('operations.parked.tenant')} className={styles.tight}>
              {one.tenant}
            </td>
          )}
          <td data-name={name.stream}>
            <StreamName stream={one.stream} />
          </td>
          <td data-name={name.event}>#{one.position.toLocaleString('en')}</td>
          <td data-name={name.reason} className={styles.why}>
            {one.reason}
          </td>
          <td data-name={name.since}>
            <When at={one.parkedAt} />
          </td>
          {again !== null && (
            <td className={page.number}>
              <Button size="compact-sm" variant="default" disabled={busy} onClick={() => again(one)}>
                {t('operations.parked.again')}
              </Button>
            </td>
          )}
        </tr>
      )}
    />
  );
};
