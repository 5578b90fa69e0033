import { Button, Textarea, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../ui/api/problem.js';
import { useDraft } from '../../ui/drafts/use-draft.js';
import { ProblemNotice } from '../../ui/parts/notice.js';
import { sayToast } from '../../ui/parts/toasts.js';
import { usePageTitle } from '../../ui/parts/use-page-title.js';
import { useOpenCase } from '../../ui/requests/open-case.js';
import { BackLink } from './back-link.js';
import styles from './my.module.css';

export const MyNewCasePage = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const open = useOpenCase();
  const [subject, setSubject] = useDraft('new', 'subject');
  const [description, setDescription] = useDraft('new', 'description');
  const [tried, setTried] = useState(false);
  usePageTitle(t('my.new'));
  const missing = (text: string) => (tried && text.trim() === '' ? t('my.missing') : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (subject.trim() === '' || description.trim() === '') return;
    open.mutate(
      { subject: subject.trim(), description, channel: 'portal' },
      {
        onSuccess: ({ id, number }) => {
          setSubject('');
          setDescription('');
          sayToast({ tone: 'good', title: t('my.sent', { number }) });
          void navigate({ to: '/my/$caseId', params: { caseId: id }, replace: true });
        },
      },
    );
  };
  return (
    <>
      <BackLink />
      <h1 className={styles.title}>{t('my.newTitle')}</h1>
      <p className={styles.muted}>{t('my.newLead')}</p>
      <form onSubmit={submit} noValidate className={styles.form}>
        {open.error !== null && <ProblemNotice error={open.error} title={t('my.failed')} />}
        <TextInput label={t('my.subject')} placeholder={t('my.subjectHint')} maxLength={300} value={subject} onChange={(event) => setSubject(event.currentTarget.value)} error={missing(subject) ?? fieldError(open.error, 'subject')} />
        <Textarea label={t('my.description')} placeholder={t('my.descriptionHint')} autosize minRows={5} maxRows={16} maxLength={20_000} value={description} onChange={(event) => setDescription(event.currentTarget.value)} error={missing(description) ?? fieldError(open.error, 'description')} />
        <Button type="submit" loading={open.isPending}>
          {t('my.send')}
        </Button>
      </form>
    </>
  );
};
