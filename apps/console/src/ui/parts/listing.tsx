import { Skeleton } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from './empty.js';
import { ProblemNotice } from './notice.js';
import styles from './page.module.css';

type Props<T> = {
  readonly query: Pick<UseQueryResult<readonly T[]>, 'isPending' | 'isError' | 'error' | 'data' | 'refetch'>;
  /** The column of what can be done has no name to be seen: ''. */
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
  return (
    <div className={styles.table} tabIndex={0} role="region" aria-label={caption}>
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {name === '' ? <span className="visually-hidden">{t('case.actions')}</span> : name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{items.map(row)}</tbody>
      </table>
    </div>
  );
};
