import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Listing } from '../../ui/parts/listing.js';
import { Page } from '../../ui/parts/page.js';
import styles from '../../ui/parts/page.module.css';
import { countsOptions } from '../../ui/requests/get-counts.js';
import { queuesOptions } from '../../ui/requests/get-queues.js';
import { QueueDialog } from './queue-dialog.js';

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
