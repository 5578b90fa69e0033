import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Listing } from '../../ui/parts/listing.js';
import { Page } from '../../ui/parts/page.js';
import styles from '../../ui/parts/page.module.css';
import { SecretDialog } from '../../ui/parts/secret-dialog.js';
import { useMay } from '../../ui/requests/use-me.js';
import { ApiKeyDialog } from './api-key-dialog.js';
import { apiKeysOptions } from './api-keys.js';
import { RevokeDialog } from './revoke-dialog.js';

export const ApiKeysPage = () => {
  const { t } = useTranslation();
  const keys = useQuery(apiKeysOptions());
  const [adding, add] = useState(false);
  const may = useMay();
  const [revoking, revoke] = useState<{ readonly id: string; readonly name: string } | null>(null);
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
        columns={[t('admin.keys.name'), t('admin.keys.role'), '']}
        caption={t('admin.keys.title')}
        failed={t('admin.listFailed')}
        empty={{ title: t('admin.keys.empty'), hint: t('admin.keys.emptyHint') }}
        row={({ id, name, role }) => (
          <tr key={id}>
            <td className={styles.strong}>{name}</td>
            <td data-name={t('admin.keys.role')}>{t(`role.${role}`)}</td>
            <td className={styles.number}>
              {may('api-key:revoke') && (
                <Button size="compact-sm" variant="default" color="danger" onClick={() => revoke({ id, name })}>
                  {t('admin.keys.revoke')}
                </Button>
              )}
            </td>
          </tr>
        )}
      />
      {adding && <ApiKeyDialog onClose={() => add(false)} onIssued={setIssued} />}
      {revoking !== null && <RevokeDialog apiKey={revoking} onClose={() => revoke(null)} />}
      {issued !== null && <SecretDialog title={t('admin.keys.added', { name: issued.name })} name={t('admin.keys.key')} secret={issued.key} hint={t('admin.keys.keyHint')} onClose={() => setIssued(null)} />}
    </Page>
  );
};
