import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../ui/api/problem.js';
import { STAFF_ROLES } from '../../ui/api/types.js';
import { FormDialog } from '../../ui/parts/form-dialog.js';
import { useIssueApiKey } from './api-keys.js';

type DialogProps = { readonly onClose: () => void; readonly onIssued: (issued: { readonly name: string; readonly key: string }) => void };

export const ApiKeyDialog = ({ onClose, onIssued }: DialogProps) => {
  const { t } = useTranslation();
  const issue = useIssueApiKey();
  const [name, setName] = useState('');
  const [role, setRole] = useState<string>('analyst');
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (name.trim() === '') return;
    issue.mutate(
      { name: name.trim(), role },
      {
        onSuccess: ({ key }) => {
          onClose();
          onIssued({ name: name.trim(), key });
        },
      },
    );
  };
  return (
    <FormDialog title={t('admin.keys.add')} verb={t('admin.keys.add')} error={issue.error} failed={t('admin.failed')} busy={issue.isPending} onSubmit={submit} onClose={onClose}>
      <TextInput data-autofocus label={t('admin.keys.name')} description={t('admin.keys.nameHint')} maxLength={100} value={name} onChange={(event) => setName(event.currentTarget.value)} error={tried && name.trim() === '' ? t('case.dialog.missing') : fieldError(issue.error, 'name')} />
      <Select label={t('admin.keys.role')} data={STAFF_ROLES.map((value) => ({ value, label: t(`role.${value}`) }))} value={role} onChange={(value) => setRole(value ?? 'analyst')} allowDeselect={false} />
    </FormDialog>
  );
};
