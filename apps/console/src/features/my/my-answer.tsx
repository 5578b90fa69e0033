import { Button, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Case } from '../../ui/api/types.js';
import { useDraft } from '../../ui/drafts/use-draft.js';
import { onSendKey } from '../../ui/keys/send-key.js';
import { ProblemNotice } from '../../ui/parts/notice.js';
import { sayToast } from '../../ui/parts/toasts.js';
import { useActOnCase } from '../../ui/requests/act-on-case.js';
import styles from './my.module.css';

export const MyAnswer = ({ shown }: { readonly shown: Case }) => {
  const { t } = useTranslation();
  const act = useActOnCase();
  const [text, setText] = useDraft(shown.id, 'answer');
  const send = () => {
    if (text.trim() === '' || act.isPending) return;
    act.mutate(
      { id: shown.id, verb: 'record-customer-reply', body: { text } },
      {
        onSuccess: () => {
          setText('');
          sayToast({ tone: 'good', title: t('my.answered') });
        },
      },
    );
  };
  const press = onSendKey(send);
  return (
    <section className={styles.form} aria-label={t('my.answer')}>
      {act.error !== null && <ProblemNotice error={act.error} title={t('my.answerFailed')} />}
      <Textarea label={t('my.answer')} placeholder={t('my.answerHint')} autosize minRows={3} maxRows={12} maxLength={20_000} value={text} onChange={(event) => setText(event.currentTarget.value)} onKeyDown={press} />
      <Button onClick={send} loading={act.isPending} disabled={text.trim() === ''}>
        {t('my.answerSend')}
      </Button>
    </section>
  );
};
