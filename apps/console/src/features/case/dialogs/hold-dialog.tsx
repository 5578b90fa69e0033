import { useTranslation } from 'react-i18next';
import { HOLD_REASONS } from '../../../ui/api/types.js';
import { useCaseAct } from '../use-case-act.js';
import { DialogFrame } from './dialog-frame.js';
import styles from './picks.module.css';
import type { DialogProps } from './dialog.js';

export const HoldDialog = ({ shown, onClose }: DialogProps) => {
  const { t } = useTranslation();
  const act = useCaseAct(shown);
  return (
    <DialogFrame shown={shown} act={act} title={t('case.dialog.holdTitle')} verb={null} onSubmit={() => undefined} onClose={onClose}>
      <div className={styles.picks}>
        {HOLD_REASONS.filter((reason) => reason !== shown.holdReason).map((reason, n) => (
          <button key={reason} type="button" className={styles.pick} data-autofocus={n === 0 || undefined} disabled={act.running} onClick={() => act.run('hold', { reason }, onClose)}>
            {t(`hold.${reason}`)}
          </button>
        ))}
      </div>
    </DialogFrame>
  );
};
