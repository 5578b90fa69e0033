import { join } from 'node:path';
import { newApiKey, type Onboarding } from '@onmaru/identity/identity.module';
import { keptSecret } from '../kept-secret.adapter.js';

/** Where the key of a data folder is kept. */
export const platformKeyFile = (dataFolder: string): string => join(dataFolder, 'platform-key');

/** The key by which the owner of the data folder acts for the whole platform: made once, kept where only they can read it. */
export const platformKey = async (dataFolder: string, onboarding: Onboarding): Promise<string> => {
  const key = keptSecret(platformKeyFile(dataFolder), newApiKey);
  await onboarding.ensurePlatformKey('data folder', key);
  return key;
};
