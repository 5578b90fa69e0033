import { useTranslation } from 'react-i18next';
import type { CaseState, Priority } from '../api/types.js';
import styles from './badges.module.css';

/** P1 to P4: filled, outlined, plain. */
export const PriorityBadge = ({ priority }: { readonly priority: Priority | null }) => {
  const { t } = useTranslation();
  if (priority === null) return null;
  return (
    <span className={styles.priority} data-priority={priority} title={`${t('inbox.priority')} P${priority}`}>
      P{priority}
    </span>
  );
};

export const StateBadge = ({ state }: { readonly state: CaseState }) => {
  const { t } = useTranslation();
  return (
    <span className={styles.state} data-state={state} data-testid="state">
      {t(`state.${state}`)}
    </span>
  );
};
