import styles from './progress-bar.module.css';

type Props = { readonly share: number; readonly name: string; readonly text: string; readonly tone?: 'accent' | 'muted' };

/** How much of something is done: a bar beside the words that say it; the words alone are told to whoever does not see it. */
export const ProgressBar = ({ share, name, text, tone = 'accent' }: Props) => (
  <div className={styles.track} role="progressbar" aria-label={name} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.floor(share * 100)} aria-valuetext={text}>
    <div className={styles.done} data-tone={tone} style={{ width: `${share * 100}%` }} />
  </div>
);
