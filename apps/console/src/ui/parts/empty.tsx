import type { ReactNode } from 'react';
import styles from './empty.module.css';

type Props = { readonly title: string; readonly hint?: string; readonly children?: ReactNode };

/** Nothing to show: why, and what could be done next. */
export const Empty = ({ title, hint, children }: Props) => (
  <div className={styles.empty}>
    <svg width="88" height="24" viewBox="0 0 88 24" aria-hidden="true" className={styles.mark}>
      <line x1="4" y1="12" x2="84" y2="12" />
      <circle cx="14" cy="12" r="4" />
      <rect x="40" y="8" width="8" height="8" rx="1.5" />
      <rect x="74" y="2" width="4" height="20" rx="2" />
    </svg>
    <p className={styles.title}>{title}</p>
    {hint !== undefined && <p className={styles.hint}>{hint}</p>}
    {children}
  </div>
);
