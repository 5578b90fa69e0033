import { useTranslation } from 'react-i18next';
import { useCaseAct } from '../use-case-act.js';
import { DialogFrame } from './dialog-frame.js';
import type { DialogProps } from './dialog.js';

export const CloseDialog = ({ shown, onClose }: DialogProps) => {
  const { t } = useTranslation();
  const act = useCaseAct(shown);
  return (
    <DialogFrame shown={shown} act={act} title={t('case.dialog.closeTitle')} verb={t('case.closeCase')} onSubmit={() => act.run('close', {}, onClose)} onClose={onClose}>
      <p>{t('case.dialog.closeHint')}</p>
    </DialogFrame>
  );
};
