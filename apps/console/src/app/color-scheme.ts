import type { MantineColorSchemeManager } from '@mantine/core';
import { currentSettings } from '../ui/settings/use-settings.js';

/** The light is one of the settings: it is read from them, and changed there. */
export const colorScheme: MantineColorSchemeManager = {
  get: () => currentSettings().theme,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};
