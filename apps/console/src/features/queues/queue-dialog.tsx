import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../ui/api/problem.js';
import { FormDialog } from '../../ui/parts/form-dialog.js';
import { sayToast } from '../../ui/parts/toasts.js';
import { useOpenQueue } from './open-queue.js';

export const QueueDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const open = useOpenQueue();
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (name.trim() === '') return;
    open.mutate(
      { name: name.trim() },
      {
        onSuccess: () => {
          sayToast({ tone: 'good', title: t('admin.queues.added', { name: name.trim() }) });
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog title={t('admin.queues.add')} verb={t('admin.queues.add')} error={open.error} failed={t('admin.failed')} busy={open.isPending} onSubmit={submit} onClose={onClose}>
      <TextInput data-autofocus label={t('admin.queues.name')} maxLength={100} value={name} onChange={(event) => setName(event.currentTarget.value)} error={tried && name.trim() === '' ? t('case.dialog.missing') : fieldError(open.error, 'name')} />
    </FormDialog>
  );
};
