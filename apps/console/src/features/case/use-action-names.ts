import { useTranslation } from 'react-i18next';
import type { ActionName } from './actions.js';

export const useActionNames = (): Readonly<Record<ActionName, string>> => {
  const { t } = useTranslation();
  return {
    resolve: t('case.resolve'),
    resume: t('case.resume'),
    'start-work': t('case.startWork'),
    reopen: t('case.reopen'),
    hold: t('case.hold'),
    transfer: t('case.transfer'),
    assign: t('case.assign'),
    prioritise: t('case.prioritise'),
    categorise: t('case.categorise'),
    unassign: t('case.unassign'),
    close: t('case.closeCase'),
    cancel: t('case.cancelCase'),
  };
};
