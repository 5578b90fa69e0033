import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { explainStartFailure } from '@onmaru/hosting';
import { logger as loggerOf } from '@onmaru/service-kit';
import { demoPassword, greeting, onboarded, platformKey, seedDemo } from '@onmaru/setup/setup.module';
import { writeAccessFile } from '../access-file.adapter.js';
import { prepareDataFolder } from '../data-folder.adapter.js';
import { distributedConfig } from './distributed.config.js';
import { startDistributed } from './distributed-platform.adapter.js';

const stopping = new AbortController();
process.on('SIGINT', () => stopping.abort());
process.on('SIGTERM', () => stopping.abort());

const run = async (): Promise<void> => {
  const config = distributedConfig();
  prepareDataFolder(config.data);
  const consoleFolder = fileURLToPath(new URL('../../../console/dist/web', import.meta.url));
  const logger = loggerOf(config.logLevel);
  const platform = await startDistributed({ ...config, consoleFolder, logger });
  try {
    const demo = config.demo === 'on' ? demoPassword(config.data, config.demoPassword) : null;
    const token = await onboarded(platform.database.url('identity'), logger, async (onboarding) => {
      const key = await platformKey(config.data, onboarding);
      if (demo !== null) await seedDemo(onboarding, platform.ask, demo.password);
      return key;
    });
    await platform.open();
    const removeAccess = writeAccessFile(config.data, { url: platform.url, token, pid: process.pid });
    console.log(greeting({ url: platform.url, demo }));
    if (!stopping.signal.aborted) await new Promise((stopped) => stopping.signal.addEventListener('abort', stopped));
    removeAccess();
  } finally {
    await platform.close();
  }
};

try {
  await run();
} catch (error) {
  console.error(explainStartFailure(error));
  process.exitCode = 1;
}
