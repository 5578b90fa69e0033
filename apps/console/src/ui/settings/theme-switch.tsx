import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Theme } from './settings.js';
import { changeSettings, useSettings } from './use-settings.js';

export const ThemeSwitch = () => {
  const { t } = useTranslation();
  const { theme } = useSettings();
  const names = [
    { value: 'light', label: t('settings.light') },
    { value: 'dark', label: t('settings.dark') },
    { value: 'auto', label: t('settings.auto') },
  ];
  return <SegmentedControl size="xs" fullWidth aria-label={t('settings.theme')} data={names} value={theme} onChange={(value) => void changeSettings({ theme: value as Theme })} />;
};
