import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../../ui/api/problem.js';
import { useDraft } from '../../../ui/drafts/use-draft.js';
import { onSendKey } from '../../../ui/keys/send-key.js';
import { useCaseAct } from '../use-case-act.js';
import { DialogFrame } from './dialog-frame.js';
import type { DialogProps } from './dialog.js';

/** Reopening and cancelling ask for the same: why. */
export const ReasonDialog = ({ shown, onClose, verb }: DialogProps & { readonly verb: 'reopen' | 'cancel' }) => {
  const { t } = useTranslation();
  const act = useCaseAct(shown);
  const [reason, setReason] = useDraft(shown.id, verb);
  const [tried, setTried] = useState(false);
  const words = verb === 'reopen' ? ({ title: 'case.dialog.reopenTitle', label: 'case.dialog.reopenReason', act: 'case.reopen' } as const) : ({ title: 'case.dialog.cancelTitle', label: 'case.dialog.cancelReason', act: 'case.cancelCase' } as const);
  const submit = () => {
    setTried(true);
    if (reason.trim() === '') return;
    act.run(verb, { reason }, () => {
      setReason('');
      onClose();
    });
  };
  const press = onSendKey(submit);
  return (
    <DialogFrame shown={shown} act={act} title={t(words.title)} verb={t(words.act)} danger={verb === 'cancel'} onSubmit={submit} onClose={onClose}>
      <Textarea
        data-autofocus
        label={t(words.label)}
        description={t('case.dialog.reasonHint')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={20_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={press}
        error={tried && reason.trim() === '' ? t('case.dialog.missing') : fieldError(act.error, 'reason')}
      />
    </DialogFrame>
  );
};
