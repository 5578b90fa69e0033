import { Button, Select, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../ui/api/problem.js';
import { STAFF_ROLES } from '../../ui/api/types.js';
import { FormDialog } from '../../ui/parts/form-dialog.js';
import { Listing } from '../../ui/parts/listing.js';
import { Page } from '../../ui/parts/page.js';
import styles from '../../ui/parts/page.module.css';
import { SecretDialog } from '../../ui/parts/secret-dialog.js';
import { apiKeysOptions, useIssueApiKey } from './issue-api-key.js';

export const ApiKeysPage = () => {
  const { t } = useTranslation();
  const keys = useQuery(apiKeysOptions());
  const [adding, add] = useState(false);
  const [issued, setIssued] = useState<{ readonly name: string; readonly key: string } | null>(null);
  return (
    <Page
      title={t('admin.keys.title')}
      lead={t('admin.keys.lead')}
      action={
        <Button leftSection={<IconPlus size={16} stroke={1.8} aria-hidden="true" />} onClick={() => add(true)}>
          {t('admin.keys.add')}
        </Button>
      }
    >
      <Listing
        query={keys}
        columns={[t('admin.keys.name'), t('admin.keys.role')]}
        caption={t('admin.keys.title')}
        failed={t('admin.listFailed')}
        empty={{ title: t('admin.keys.empty'), hint: t('admin.keys.emptyHint') }}
        row={({ id, name, role }) => (
          <tr key={id}>
            <td className={styles.strong}>{name}</td>
            <td data-name={t('admin.keys.role')}>{t(`role.${role}`)}</td>
          </tr>
        )}
      />
      {adding && <ApiKeyDialog onClose={() => add(false)} onIssued={setIssued} />}
      {issued !== null && <SecretDialog title={t('admin.keys.added', { name: issued.name })} name={t('admin.keys.key')} secret={issued.key} hint={t('admin.keys.keyHint')} onClose={() => setIssued(null)} />}
    </Page>
  );
};

type DialogProps = { readonly onClose: () => void; readonly onIssued: (issued: { readonly name: string; readonly key: string }) => void };

const ApiKeyDialog = ({ onClose, onIssued }: DialogProps) => {
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
