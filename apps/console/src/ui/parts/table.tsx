import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './page.module.css';

type Props<T> = {
  /** The column of what can be done has no name to be seen: ''. */
  readonly columns: readonly string[];
  readonly caption: string;
  readonly items: readonly T[];
  readonly row: (item: T) => ReactNode;
};

/** Rows under named columns; on a phone, each row is a card. */
export const Table = <T,>({ columns, caption, items, row }: Props<T>) => {
  const { t } = useTranslation();
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
