import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Case } from '../../ui/api/types.js';
import { useDraft } from '../../ui/drafts/use-draft.js';
import { onSendKey } from '../../ui/keys/send-key.js';
import { ProblemNotice } from '../../ui/parts/notice.js';
import { sayToast } from '../../ui/parts/toasts.js';
import { useActOnCase } from '../../ui/requests/act-on-case.js';
import styles from './my.module.css';

/** Solved for us, perhaps not for them: one press to say so, and why. */
export const MyReopen = ({ shown }: { readonly shown: Case }) => {
  const { t } = useTranslation();
  const act = useActOnCase();
  const [reason, setReason] = useDraft(shown.id, 'reopen');
  const [opened, open] = useState(reason !== '');
  const send = () => {
    if (reason.trim() === '' || act.isPending) return;
    act.mutate(
      { id: shown.id, verb: 'reopen', body: { reason } },
      {
        onSuccess: () => {
          setReason('');
          sayToast({ tone: 'good', title: t('my.reopened') });
        },
      },
    );
  };
  const press = onSendKey(send);
  if (!opened)
    return (
      <Button variant="default" fullWidth mt={16} onClick={() => open(true)}>
        {t('my.reopen')}
      </Button>
    );
  return (
    <section className={styles.form} aria-label={t('my.reopen')}>
      {act.error !== null && <ProblemNotice error={act.error} title={t('my.reopenFailed')} />}
      <Textarea autoFocus label={t('my.reopenReason')} autosize minRows={3} maxRows={12} maxLength={20_000} value={reason} onChange={(event) => setReason(event.currentTarget.value)} onKeyDown={press} />
      <Button onClick={send} loading={act.isPending} disabled={reason.trim() === ''}>
        {t('my.reopenSend')}
      </Button>
    </section>
  );
};
