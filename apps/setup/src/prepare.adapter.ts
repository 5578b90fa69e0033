import { openTopics } from '@onmaru/messaging/kafka';
import { openServiceTables } from '@onmaru/service-kit';
import type { Logger } from 'pino';
import { prepareDatabase } from './database/prepare-database.adapter.js';
import { onboarded } from './onboarding/onboarded.adapter.js';
import { platformKey } from './onboarding/platform-key.adapter.js';
import { SERVICES, TOPICS } from './services.adapter.js';
import type { PrepareConfig } from './setup.config.js';

/** How long the database may take to be there, in milliseconds. */
const PATIENCE = 60_000;

/** Sees to it that everything is there before a service of this version starts. Services of the one before go on meanwhile. */
export const prepare = async ({ admin, passwords, brokers, prefix, key, data }: PrepareConfig, logger: Logger): Promise<void> => {
  const urlOf = await prepareDatabase(admin, passwords, PATIENCE);
  for (const service of SERVICES) await (await openServiceTables({ url: urlOf(service.name), service, connections: 2, logger })).close();
  await openTopics({ brokers, prefix, topics: TOPICS, log: logger });
  await onboarded(urlOf('identity'), logger, async (onboarding) => {
    if (key !== null) await onboarding.ensurePlatformKey('setup', key);
    else await platformKey(data as string, onboarding);
  });
};
