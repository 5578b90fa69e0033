import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { STAFF_ROLES, type Agent, type StaffMember } from '../../ui/api/types.js';
import { sayToast } from '../../ui/parts/toasts.js';
import { useProblemWords } from '../../ui/parts/use-problem-words.js';
import { useMay, useMe } from '../../ui/requests/use-me.js';
import { CapacityDialog } from './capacity-dialog.js';
import { useChangeStaff, useResetPassword, type Change } from './change-staff.js';
import type { Hired } from './staff-dialog.js';

type Props = { readonly member: StaffMember; readonly agent: Agent | undefined; readonly onPassword: (hired: Hired) => void };

/** What may be changed about a colleague; nobody shuts themselves out. */
export const StaffMenu = ({ member, agent, onPassword }: Props) => {
  const { t } = useTranslation();
  const me = useMe();
  const granted = useMay();
  const words = useProblemWords();
  const change = useChangeStaff();
  const reset = useResetPassword();
  const [settingCapacity, setCapacity] = useState(false);
  const name = member.name ?? t('unknownName');
  const failed = (error: Error) => sayToast({ tone: 'danger', title: t('admin.failed'), text: words(error).title });
  const run = (wish: Change) => change.mutate(wish, { onError: failed, onSuccess: () => sayToast({ tone: 'good', title: t('admin.staff.changed', { name }) }) });
  const password = () => reset.mutate(member.id, { onError: failed, onSuccess: ({ oneTimePassword }) => onPassword({ title: t('admin.staff.passwordReset', { name }), password: oneTimePassword }) });
  const may = (permission: string) => member.id !== me.id && granted(permission);
  const mayNow = {
    role: may('staff:change-role'),
    capacity: agent !== undefined && granted('staff:set-capacity'),
    password: may('staff:reset-password') && member.email !== null,
    enable: member.disabled && may('staff:enable'),
    disable: !member.disabled && may('staff:disable'),
  };
  if (!Object.values(mayNow).includes(true)) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={`${t('case.more')}: ${name}`}>
            <IconDots size={18} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {mayNow.role && (
            <>
              <Menu.Label>{t('admin.staff.changeRole')}</Menu.Label>
              {STAFF_ROLES.filter((role) => role !== member.role).map((role) => (
                <Menu.Item key={role} onClick={() => run({ id: member.id, verb: 'change-role', role })}>
                  {t(`role.${role}`)}
                </Menu.Item>
              ))}
              <Menu.Divider />
            </>
          )}
          {mayNow.capacity && <Menu.Item onClick={() => setCapacity(true)}>{t('admin.staff.setCapacity')}</Menu.Item>}
          {mayNow.password && <Menu.Item onClick={password}>{t('admin.staff.resetPassword')}</Menu.Item>}
          {mayNow.enable && <Menu.Item onClick={() => run({ id: member.id, verb: 'enable' })}>{t('admin.staff.enable')}</Menu.Item>}
          {mayNow.disable && (
            <Menu.Item color="danger" onClick={() => run({ id: member.id, verb: 'disable' })}>
              {t('admin.staff.disable')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {settingCapacity && agent !== undefined && <CapacityDialog agent={agent} name={name} onClose={() => setCapacity(false)} />}
    </>
  );
};
