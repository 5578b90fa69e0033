import { Button, Modal } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Case } from '../../../ui/api/types.js';
import { ProblemNotice } from '../../../ui/parts/notice.js';
import { StaleNotice } from '../stale-notice.js';
import type { CaseAct } from '../use-case-act.js';
import styles from './dialog-frame.module.css';

type Props = {
  readonly shown: Case;
  readonly act: CaseAct;
  readonly title: string;
  /** What the button does; null where the content itself is pressed. */
  readonly verb: string | null;
  readonly danger?: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** One question about a case, asked in a dialog: what is asked, what went wrong, and two ways out. */
export const DialogFrame = ({ shown, act, title, verb, danger = false, onSubmit, onClose, children }: Props) => {
  const { t } = useTranslation();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={submit} noValidate className={styles.form}>
        {act.since !== null && <StaleNotice caseId={shown.id} since={act.since} />}
        {act.error !== null && <ProblemNotice error={act.error} />}
        {children}
        <div className={styles.ways}>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          {verb !== null && (
            <Button type="submit" color={danger ? 'danger' : undefined} loading={act.running} data-testid="dialog-submit">
              {act.since === null ? verb : t('case.stale.again')}
            </Button>
          )}
        </div>
      </form>
    </Modal>
  );
};
