import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Listing } from '../../ui/parts/listing.js';
import { Page } from '../../ui/parts/page.js';
import styles from '../../ui/parts/page.module.css';
import { SecretDialog } from '../../ui/parts/secret-dialog.js';
import { staffOptions } from '../../ui/requests/get-staff.js';
import { useMay } from '../../ui/requests/use-me.js';
import { AgentPlaces } from './agent-places.js';
import { agentsOptions } from './get-agents.js';
import { StaffDialog, type Hired } from './staff-dialog.js';
import { StaffMenu } from './staff-menu.js';

export const StaffPage = () => {
  const { t } = useTranslation();
  const may = useMay();
  const staff = useQuery(staffOptions());
  const routing = useQuery(agentsOptions());
  const agents = routing.data;
  const [adding, add] = useState(false);
  const [hired, setHired] = useState<Hired | null>(null);
  const name = { name: t('admin.staff.name'), email: t('admin.staff.email'), role: t('admin.staff.role'), places: t('admin.staff.places'), presence: t('admin.staff.presence') };
  return (
    <Page
      title={t('admin.staff.title')}
      lead={t('admin.staff.lead')}
      action={
        may('staff:hire') && (
          <Button leftSection={<IconPlus size={16} stroke={1.8} aria-hidden="true" />} onClick={() => add(true)}>
            {t('admin.staff.add')}
          </Button>
        )
      }
    >
      <Listing
        query={{ ...staff, isPending: staff.isPending || routing.isPending }}
        columns={[...Object.values(name), '']}
        caption={t('admin.staff.title')}
        failed={t('admin.listFailed')}
        empty={{ title: t('admin.staff.empty'), hint: t('admin.staff.emptyHint') }}
        row={(member) => (
          <tr key={member.id}>
            <td className={styles.strong}>{member.name ?? member.externalId ?? t('unknownName')}</td>
            <td data-name={name.email} className={member.email === null ? styles.muted : undefined}>
              {member.email ?? t('admin.staff.noSignIn')}
            </td>
            <td data-name={name.role}>
              {t(`role.${member.role}`)}
              {member.disabled && <span className={styles.muted}> · {t('admin.staff.disabled')}</span>}
            </td>
            <td data-name={name.places}>
              <AgentPlaces agent={agents?.get(member.id)} />
            </td>
            <td data-name={name.presence}>{t(`presence.${agents?.get(member.id)?.presence ?? 'offline'}`)}</td>
            <td className={styles.number}>
              <StaffMenu member={member} agent={agents?.get(member.id)} onPassword={setHired} />
            </td>
          </tr>
        )}
      />
      {adding && <StaffDialog onClose={() => add(false)} onHired={setHired} />}
      {hired !== null && (
        <SecretDialog title={hired.title} name={t('admin.staff.password')} secret={hired.password} hint={t('admin.staff.passwordHint')} onClose={() => setHired(null)} />
      )}
    </Page>
  );
};
