import { Skeleton } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from './empty.js';
import { ProblemNotice } from './notice.js';
import styles from './page.module.css';
import { Table } from './table.js';

type Props<T> = {
  readonly query: Pick<UseQueryResult<readonly T[]>, 'isPending' | 'isError' | 'error' | 'data' | 'refetch'>;
  readonly columns: readonly string[];
  readonly caption: string;
  readonly failed: string;
  readonly empty: { readonly title: string; readonly hint: string };
  readonly row: (item: T) => ReactNode;
};

/** A list as a table, in each of its states: on its way, wrong, empty, there. */
export const Listing = <T,>({ query, columns, caption, failed, empty, row }: Props<T>) => {
  const { t } = useTranslation();
  if (query.isPending)
    return (
      <div className={styles.table} aria-busy="true" aria-label={t('loading')} role="status">
        {Array.from({ length: 5 }, (_, n) => (
          <div key={n} style={{ padding: '17px 14px' }}>
            <Skeleton height={13} width={`${75 - n * 9}%`} />
          </div>
        ))}
      </div>
    );
  if (query.isError && query.data === undefined) return <ProblemNotice error={query.error} title={failed} onRetry={() => void query.refetch()} />;
  const items = query.data ?? [];
  if (items.length === 0) return <Empty title={empty.title} hint={empty.hint} />;
  return <Table columns={columns} caption={caption} items={items} row={row} />;
};
