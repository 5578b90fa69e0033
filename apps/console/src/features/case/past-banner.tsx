import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TimelineItem } from '../../ui/api/types.js';
import { sayToast } from '../../ui/parts/toasts.js';
import { useItemWords } from '../../ui/timeline/use-item-words.js';
import styles from './past-banner.module.css';

type Props = { readonly past: TimelineItem; readonly place: number; readonly count: number; readonly onBack: () => void };

/** Says that this is the past, and which moment of it. */
export const PastBanner = ({ past, place, count, onBack }: Props) => {
  const { t } = useTranslation();
  const { when } = useItemWords();
  const copy = async () => {
    await navigator.clipboard.writeText(location.href);
    sayToast({ tone: 'good', title: t('case.spine.copied') });
  };
  return (
    <div className={styles.banner} data-testid="past-banner">
      <p className={styles.words} role="status">
        <strong>{t('case.spine.past')}</strong> <span className={styles.when}>{t('case.spine.pastAt', { when: when(past.occurredAt), at: place, count })}</span>
      </p>
      <Button size="compact-sm" variant="default" onClick={onBack}>
        {t('case.spine.back')}
      </Button>
      <button type="button" className={styles.copy} onClick={() => void copy()}>
        {t('case.spine.copy')}
      </button>
    </div>
  );
};
