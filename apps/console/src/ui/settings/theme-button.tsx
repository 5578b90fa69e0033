import { ActionIcon, useComputedColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { changeSettings } from './use-settings.js';

/** From light to dark and back, by the picture of where it leads. */
export const ThemeButton = () => {
  const { t } = useTranslation();
  const dark = useComputedColorScheme('light') === 'dark';
  const Icon = dark ? IconSun : IconMoon;
  return (
    <ActionIcon variant="subtle" color="gray" size={40} aria-label={`${t('settings.theme')}: ${t(dark ? 'settings.light' : 'settings.dark')}`} onClick={() => void changeSettings({ theme: dark ? 'light' : 'dark' })}>
      <Icon size={20} stroke={1.6} />
    </ActionIcon>
  );
};
