import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Case } from '../../ui/api/types.js';
import { offerOf, type ActionName } from './actions.js';
import styles from './case-actions.module.css';
import { useActionNames } from './use-action-names.js';

type Props = {
  readonly shown: Case;
  readonly myId: string;
  readonly busy: boolean;
  readonly onAct: (action: ActionName) => void;
  readonly onAssignToMe: () => void;
};

/** What can be done now, and nothing else. */
export const CaseActions = ({ shown, myId, busy, onAct, onAssignToMe }: Props) => {
  const { t } = useTranslation();
  const names = useActionNames();
  const { main, beside, more } = offerOf(shown);
  const mine = shown.assignee?.id === myId;
  return (
    <div className={styles.actions} role="group" aria-label={t('case.actions')}>
      {main !== null && (
        <Button disabled={busy} onClick={() => onAct(main)} data-act={main}>
          {names[main]}
        </Button>
      )}
      {beside.map((action) => (
        <Button key={action} variant="default" disabled={busy} onClick={() => onAct(action)} data-act={action}>
          {names[action]}
        </Button>
      ))}
      {more.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" size={32} aria-label={t('case.more')} title={t('case.more')} disabled={busy} data-act="more">
              <IconDots size={18} stroke={1.6} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {more.includes('assign') && !mine && <Menu.Item onClick={onAssignToMe}>{t('case.assignToMe')}</Menu.Item>}
            {more.map((action) => (
              <Menu.Item key={action} color={action === 'cancel' ? 'danger' : undefined} onClick={() => onAct(action)} data-act={action}>
                {names[action]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
};
