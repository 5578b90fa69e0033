import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../../ui/api/problem.js';
import { useDraft } from '../../../ui/drafts/use-draft.js';
import { onSendKey } from '../../../ui/keys/send-key.js';
import { useCaseAct } from '../use-case-act.js';
import { DialogFrame } from './dialog-frame.js';
import type { DialogProps } from './dialog.js';

export const ResolveDialog = ({ shown, onClose }: DialogProps) => {
  const { t } = useTranslation();
  const act = useCaseAct(shown);
  const [resolution, setResolution] = useDraft(shown.id, 'resolution');
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (resolution.trim() === '') return;
    act.run('resolve', { resolution, ...(code.trim() !== '' && { code: code.trim() }) }, () => {
      setResolution('');
      onClose();
    });
  };
  const press = onSendKey(submit);
  return (
    <DialogFrame shown={shown} act={act} title={t('case.dialog.resolveTitle')} verb={t('case.resolve')} onSubmit={submit} onClose={onClose}>
      <Textarea
        data-autofocus
        label={t('case.dialog.resolution')}
        description={t('case.dialog.resolutionHint')}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={20_000}
        value={resolution}
        onChange={(event) => setResolution(event.currentTarget.value)}
        onKeyDown={press}
        error={tried && resolution.trim() === '' ? t('case.dialog.missing') : fieldError(act.error, 'resolution')}
      />
      <TextInput label={`${t('case.dialog.code')} (${t('optional')})`} maxLength={200} value={code} onChange={(event) => setCode(event.currentTarget.value)} />
    </DialogFrame>
  );
};
