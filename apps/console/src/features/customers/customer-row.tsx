import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../ui/api/types.js';
import styles from '../../ui/parts/page.module.css';
import { When } from '../../ui/time/when.js';

type Props = { readonly customer: Customer; readonly onErase: (() => void) | undefined; readonly onSignIn: (() => void) | undefined };

export const CustomerRow = ({ customer: { id, name, email, phone, registeredAt, erasedAt }, onErase, onSignIn }: Props) => {
  const { t } = useTranslation();
  const called = erasedAt === null ? (name ?? t('unknownName')) : t('customers.erased');
  return (
    <tr>
      <td className={erasedAt === null ? styles.strong : styles.muted}>{called}</td>
      <td data-name={t('customers.email')}>{email}</td>
      <td data-name={t('customers.phone')}>{phone}</td>
      <td data-name={t('customers.since')}>
        <When at={registeredAt} />
      </td>
      <td className={styles.number}>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={`${t('case.more')}: ${called}`}>
              <IconDots size={18} stroke={1.6} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item component={Link} to="/inbox" search={{ customerId: id } as never}>
              {t('customers.cases')}
            </Menu.Item>
            {onSignIn !== undefined && erasedAt === null && email !== null && <Menu.Item onClick={onSignIn}>{t('customers.signIn')}</Menu.Item>}
            {onErase !== undefined && erasedAt === null && (
              <Menu.Item color="danger" onClick={onErase}>
                {t('customers.erase')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      </td>
    </tr>
  );
};
