import type { MantineColorSchemeManager } from '@mantine/core';
import { changeSettings, currentSettings } from '../ui/settings/use-settings.js';

/** Lets the settings, which hold everything that a browser remembers, hold the light too. */
export const colorScheme: MantineColorSchemeManager = {
  get: () => currentSettings().theme,
  set: (theme) => void changeSettings({ theme }),
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};
