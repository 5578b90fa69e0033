import { Button, Popover, SegmentedControl, Switch } from '@mantine/core';
import { IconUserCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useGoOffDuty } from '../features/presence/go-off-duty.js';
import { openKeySheet } from '../ui/keys/key-sheet.js';
import { useMe } from '../ui/requests/use-me.js';
import { useSignOut } from '../ui/session/use-sign-out.js';
import { LanguageSwitch } from '../ui/settings/language-switch.js';
import { DENSITIES } from '../ui/settings/settings.js';
import { ThemeSwitch } from '../ui/settings/theme-switch.js';
import { changeSettings, useSettings } from '../ui/settings/use-settings.js';
import styles from './my-menu.module.css';
import rail from './rail.module.css';

export const MyMenu = () => {
  const { t } = useTranslation();
  const me = useMe();
  const { density, keys } = useSettings();
  const signOut = useSignOut();
  const goOffDuty = useGoOffDuty();
  const leave = async () => {
    await goOffDuty();
    await signOut();
  };
  const densities = DENSITIES.map((value) => ({ value, label: t(`settings.${value}`) }));
  return (
    <Popover position="right-end" width={300} withinPortal trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={rail.entry}>
          <IconUserCircle size={20} stroke={1.6} aria-hidden="true" />
          <span className={styles.short}>{me.name ?? t(`role.${me.role}`)}</span>
          <span className="visually-hidden"> {t('rail.me')}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('settings.title')}>
        <p className={styles.name}>{me.name}</p>
        <p className={styles.role}>{t(`role.${me.role}`)}</p>
        <p className={styles.label}>{t('settings.language')}</p>
        <LanguageSwitch fullWidth />
        <p className={styles.label}>{t('settings.theme')}</p>
        <ThemeSwitch />
        <p className={styles.label}>{t('settings.density')}</p>
        <SegmentedControl size="xs" fullWidth aria-label={t('settings.density')} data={densities} value={density} onChange={(value) => void changeSettings({ density: value })} />
        <Switch className={styles.keys} size="xs" label={t('settings.keys')} checked={keys} onChange={(event) => void changeSettings({ keys: event.currentTarget.checked })} />
        <button type="button" className={styles.hint} onClick={openKeySheet}>
          {t('settings.keysHint')}
        </button>
        <Button variant="default" fullWidth mt={12} onClick={() => void leave()}>
          {t('settings.signOut')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
};
