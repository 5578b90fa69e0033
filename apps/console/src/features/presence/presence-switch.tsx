import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PRESENCES, type Presence } from '../../ui/api/types.js';
import { sayToast } from '../../ui/parts/toasts.js';
import { useProblemWords } from '../../ui/parts/use-problem-words.js';
import { useMe } from '../../ui/requests/use-me.js';
import { presenceOptions } from './get-presence.js';
import styles from './presence-switch.module.css';
import { useSetPresence } from './set-presence.js';

/** Whether somebody takes work now: a shape and a word, in the rail. */
export const PresenceSwitch = () => {
  const { t } = useTranslation();
  const me = useMe();
  const words = useProblemWords();
  const known = useQuery(presenceOptions(me.id));
  const set = useSetPresence(me.id);
  const presence: Presence = (set.isPending || set.isSuccess ? set.variables : undefined) ?? known.data?.presence ?? 'offline';
  const change = (next: Presence) => set.mutate(next, { onError: (error) => sayToast({ tone: 'danger', title: t('presence.failed'), text: words(error).title }) });
  return (
    <Menu position="right-end" withinPortal>
      <Menu.Target>
        <button type="button" className={styles.switch} aria-label={`${t('presence.label')}: ${t(`presence.${presence}`)}`} data-testid="presence">
          <span className={styles.dot} data-presence={presence} aria-hidden="true" />
          <span aria-hidden="true">{t(`presence.${presence}`)}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('presence.label')}</Menu.Label>
        {PRESENCES.map((each) => (
          <Menu.Item
            key={each}
            leftSection={<span className={styles.dot} data-presence={each} aria-hidden="true" />}
            rightSection={each === presence ? <IconCheck size={16} stroke={1.6} aria-hidden="true" /> : null}
            onClick={() => change(each)}
          >
            {t(`presence.${each}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
