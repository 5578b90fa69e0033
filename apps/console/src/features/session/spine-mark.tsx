import styles from './sign-in-page.module.css';

/** The line that runs through every case. */
export const SpineMark = () => (
  <svg viewBox="0 0 320 40" className={styles.spine} aria-hidden="true">
    <line x1="0" y1="20" x2="320" y2="20" className={styles.track} />
    <circle cx="18" cy="20" r="6" className={styles.customer} />
    <circle cx="70" cy="20" r="4.5" className={styles.system} />
    <rect x="123" y="14.5" width="11" height="11" rx="2.5" className={styles.agent} />
    <rect x="163" y="15" width="10" height="10" rx="1.5" transform="rotate(45 168 20)" className={styles.note} />
    <circle cx="226" cy="20" r="6" className={styles.customer} />
    <rect x="277" y="4" width="5" height="32" rx="2.5" className={styles.now} />
  </svg>
);
