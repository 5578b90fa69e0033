import { Button, Group, Modal, Select, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../ui/api/problem.js';
import { GRADES, type Grade } from '../../ui/api/types.js';
import { ProblemNotice } from '../../ui/parts/notice.js';
import { sayToast } from '../../ui/parts/toasts.js';
import { useOpenCase } from '../../ui/requests/open-case.js';
import { CustomerPicker } from './customer-picker.js';

const CHANNELS = ['phone', 'email', 'chat', 'web', 'visit', 'other'] as const;

type Props = { readonly onClose: () => void; readonly onOpened: (id: string) => void };

export const NewCaseDialog = ({ onClose, onOpened }: Props) => {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={onClose} title={t('case.open.title')} size={520} closeButtonProps={{ 'aria-label': t('close') }}>
      <NewCaseForm onClose={onClose} onOpened={onOpened} />
    </Modal>
  );
};

const NewCaseForm = ({ onClose, onOpened }: Props) => {
  const { t } = useTranslation();
  const open = useOpenCase();
  const [customerId, setCustomer] = useState<string | null>(null);
  const [subject, setSubject] = useState('');
  const [description, setDescription] = useState('');
  const [category, setCategory] = useState('');
  const [channel, setChannel] = useState<string>('phone');
  const [impact, setImpact] = useState<Grade>(3);
  const [urgency, setUrgency] = useState<Grade>(3);
  const [tried, setTried] = useState(false);
  const missing = t('case.dialog.missing');
  const grades = GRADES.map((grade) => ({ value: String(grade), label: `${grade} ${t(`grade.g${grade}`)}` }));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (subject.trim() === '' || customerId === null) return;
    open.mutate(
      { subject: subject.trim(), description, channel, customerId, impact, urgency, ...(category.trim() !== '' && { category: category.trim() }) },
      {
        onSuccess: (opened) => {
          sayToast({ tone: 'good', title: t('case.open.created', { number: opened.number }) });
          onClose();
          onOpened(opened.id);
        },
      },
    );
  };

  return (
    <form onSubmit={submit} noValidate style={{ display: 'grid', gap: 14 }}>
      {open.error !== null && <ProblemNotice error={open.error} title={t('case.open.failed')} />}
      <CustomerPicker value={customerId} onPick={setCustomer} error={tried && customerId === null ? t('case.dialog.pickMissing') : fieldError(open.error, 'customerId')} />
      <TextInput label={t('case.open.subject')} maxLength={300} value={subject} onChange={(event) => setSubject(event.currentTarget.value)} error={tried && subject.trim() === '' ? missing : fieldError(open.error, 'subject')} />
      <Textarea label={t('case.open.description')} autosize minRows={3} maxRows={10} maxLength={20_000} value={description} onChange={(event) => setDescription(event.currentTarget.value)} error={fieldError(open.error, 'description')} />
      <Group grow gap={12} align="start">
        <Select label={t('case.open.channel')} data={CHANNELS.map((each) => ({ value: each, label: t(`channel.${each}`) }))} value={channel} onChange={(value) => setChannel(value ?? 'other')} allowDeselect={false} />
        <Select label={t('case.open.impact')} data={grades} value={String(impact)} onChange={(value) => setImpact(Number(value) as Grade)} allowDeselect={false} />
        <Select label={t('case.open.urgency')} data={grades} value={String(urgency)} onChange={(value) => setUrgency(Number(value) as Grade)} allowDeselect={false} />
      </Group>
      <TextInput label={`${t('case.open.category')} (${t('optional')})`} maxLength={200} value={category} onChange={(event) => setCategory(event.currentTarget.value)} error={fieldError(open.error, 'category')} />
      <Group justify="flex-end" gap={8} mt={4}>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={open.isPending}>
          {t('case.open.create')}
        </Button>
      </Group>
    </form>
  );
};
