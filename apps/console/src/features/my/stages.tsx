import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Case } from '../../ui/api/types.js';
import styles from './my.module.css';
import { stageOf, STAGES, stateLineOf } from './stage.js';

/** Where the request stands: three steps and a sentence. */
export const Stages = ({ shown }: { readonly shown: Case }) => {
  const { t } = useTranslation();
  const stage = stageOf(shown);
  const reached = stage === null ? -1 : STAGES.indexOf(stage);
  return (
    <section className={styles.stages} aria-label={t('my.steps')}>
      {stage !== null && (
        <ol className={styles.steps}>
          {STAGES.map((each, n) => (
            <li key={each} className={styles.step} data-reached={n <= reached || undefined} aria-current={n === reached ? 'step' : undefined}>
              <span className={styles.knot} aria-hidden="true">
                {n < reached || stage === 'done' ? <IconCheck size={13} stroke={2.4} /> : null}
              </span>
              {t(`my.step.${each}`)}
            </li>
          ))}
        </ol>
      )}
      <p role="status" data-testid="stage">
        {t(`my.stateLine.${stateLineOf(shown)}`)}
      </p>
    </section>
  );
};
