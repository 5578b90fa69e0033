import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Onboarding } from '@onmaru/identity/identity.module';

/** The key by which the owner of the data folder acts for the whole platform: issued once, kept where only they can read it. */
export const platformKey = async (dataFolder: string, onboarding: Onboarding): Promise<string> => {
  const file = join(dataFolder, 'platform-key');
  if (!existsSync(file)) {
    const key = await onboarding.issuePlatformKey('data folder', `platform key ${randomUUID()}`);
    writeFileSync(file, `${key}\n`, { mode: 0o600, flag: 'wx' });
  }
  return readFileSync(file, 'utf8').trim();
};
