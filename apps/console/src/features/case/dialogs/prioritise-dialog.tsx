import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { MatrixTable } from '../../../ui/parts/matrix-table.js';
import { policiesOptions } from '../../../ui/requests/get-policies.js';
import { useCaseAct } from '../use-case-act.js';
import { DialogFrame } from './dialog-frame.js';
import styles from './picks.module.css';
import type { DialogProps } from './dialog.js';

/** The matrix in force is the form: press where impact and urgency meet. */
export const PrioritiseDialog = ({ shown, onClose }: DialogProps) => {
  const { t } = useTranslation();
  const act = useCaseAct(shown);
  const policy = useQuery(policiesOptions()).data?.find(({ inForce }) => inForce);
  const chosen = shown.impact === null || shown.urgency === null ? null : { impact: shown.impact, urgency: shown.urgency };
  return (
    <DialogFrame shown={shown} act={act} title={t('case.dialog.prioritiseTitle')} verb={null} onSubmit={() => undefined} onClose={onClose}>
      <p className={styles.hint}>{t('case.dialog.prioritiseHint')}</p>
      {policy === undefined ? (
        <Skeleton height={170} />
      ) : (
        <MatrixTable
          matrix={policy.matrix}
          caption={t('case.dialog.matrixVersion', { version: policy.version })}
          chosen={chosen}
          nameOf={({ impact, urgency }, priority) => t('case.dialog.prioritiseCell', { impact: `${impact} ${t(`grade.g${impact}`)}`, urgency: `${urgency} ${t(`grade.g${urgency}`)}`, priority: `P${priority}` })}
          onPick={(cell) => act.run('prioritise', cell, onClose)}
        />
      )}
    </DialogFrame>
  );
};
