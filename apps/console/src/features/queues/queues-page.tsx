import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../ui/api/problem.js';
import { FormDialog } from '../../ui/parts/form-dialog.js';
import { Listing } from '../../ui/parts/listing.js';
import { Page } from '../../ui/parts/page.js';
import styles from '../../ui/parts/page.module.css';
import { sayToast } from '../../ui/parts/toasts.js';
import { countsOptions } from '../../ui/requests/get-counts.js';
import { queuesOptions } from '../../ui/requests/get-queues.js';
import { useOpenQueue } from './open-queue.js';

export const QueuesPage = () => {
  const { t } = useTranslation();
  const queues = useQuery(queuesOptions());
  const counts = useQuery(countsOptions()).data?.byQueue ?? [];
  const [adding, add] = useState(false);
  return (
    <Page
      title={t('admin.queues.title')}
      lead={t('admin.queues.lead')}
      action={
        <Button leftSection={<IconPlus size={16} stroke={1.8} aria-hidden="true" />} onClick={() => add(true)}>
          {t('admin.queues.add')}
        </Button>
      }
    >
      <Listing
        query={queues}
        columns={[t('admin.queues.name'), t('inbox.open')]}
        caption={t('admin.queues.title')}
        failed={t('admin.listFailed')}
        empty={{ title: t('admin.queues.empty'), hint: t('admin.queues.emptyHint') }}
        row={({ id, name }) => (
          <tr key={id}>
            <td className={styles.strong}>{name}</td>
            <td>
              <Link to="/inbox" search={{ queue: name, state: 'open' }} style={{ color: 'var(--om-accent)' }}>
                {t('admin.queues.waiting', { count: counts.find(({ queue }) => queue === name)?.count ?? 0 })}
              </Link>
            </td>
          </tr>
        )}
      />
      {adding && <QueueDialog onClose={() => add(false)} />}
    </Page>
  );
};

const QueueDialog = ({ onClose }: { readonly onClose: () => void }) => {
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
