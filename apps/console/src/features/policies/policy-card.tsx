import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CasePolicy } from '../../ui/api/types.js';
import { MatrixTable } from '../../ui/parts/matrix-table.js';
import { useNow } from '../../ui/time/use-now.js';
import { useItemWords } from '../../ui/timeline/use-item-words.js';
import styles from './policy-card.module.css';
import { isBeginning, situationOf } from './policy-situation.js';

type Props = { readonly policy: CasePolicy; readonly onPublish: (() => void) | undefined };

export const PolicyCard = ({ policy, onPublish }: Props) => {
  const { t } = useTranslation();
  const now = useNow();
  const { when } = useItemWords();
  const situation = situationOf(policy, now);
  const { version, matrix, reopenWindowHours: hours, effectiveFrom } = policy;
  const since = isBeginning(effectiveFrom) ? t('admin.policies.beginning') : effectiveFrom === null ? null : t('admin.policies.from', { when: when(effectiveFrom) });
  return (
    <section className={styles.policy} data-situation={situation} aria-label={t('admin.policies.version', { version })}>
      <div className={styles.words}>
        <h2 className={styles.version}>
          {t('admin.policies.version', { version })} <span className={styles.situation}>{t(`admin.policies.${situation}`)}</span>
        </h2>
        {since !== null && <p className={styles.muted}>{since}</p>}
        <p className={styles.window}>
          <span className={styles.muted}>{t('admin.policies.window')}</span>{' '}
          {hours >= 24 && hours % 24 === 0 ? t('admin.policies.days', { count: hours / 24 }) : t('admin.policies.hours', { count: hours })}
        </p>
        {situation === 'isDraft' && onPublish !== undefined && (
          <Button size="compact-md" onClick={onPublish}>
            {t('admin.policies.publish')}
          </Button>
        )}
      </div>
      <div className={styles.matrix}>
        <MatrixTable matrix={matrix} caption={t('admin.policies.matrix')} />
      </div>
    </section>
  );
};
