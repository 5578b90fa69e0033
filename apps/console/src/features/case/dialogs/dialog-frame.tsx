import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Case } from '../../../ui/api/types.js';
import { FormDialog } from '../../../ui/parts/form-dialog.js';
import { StaleNotice } from '../stale-notice.js';
import type { CaseAct } from '../use-case-act.js';

type Props = {
  readonly shown: Case;
  readonly act: CaseAct;
  readonly title: string;
  readonly verb: string | null;
  readonly danger?: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** One question about a case, asked in a dialog; what happened meanwhile is shown before it is done again. */
export const DialogFrame = ({ shown, act, verb, children, ...dialog }: Props) => {
  const { t } = useTranslation();
  return (
    <FormDialog {...dialog} verb={verb !== null && act.since !== null ? t('case.stale.again') : verb} error={act.error} busy={act.running}>
      {act.since !== null && <StaleNotice caseId={shown.id} since={act.since} />}
      {children}
    </FormDialog>
  );
};
