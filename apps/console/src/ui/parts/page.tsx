import type { ReactNode } from 'react';
import styles from './page.module.css';

type Props = { readonly title: string; readonly lead: string; readonly action?: ReactNode; readonly children: ReactNode };

/** A page that is one list: what it is, what can be added, and the list. */
export const Page = ({ title, lead, action, children }: Props) => (
  <div className={styles.page}>
    <header className={styles.head}>
      <div className={styles.words}>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.lead}>{lead}</p>
      </div>
      {action}
    </header>
    {children}
  </div>
);
