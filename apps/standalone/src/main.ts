import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { explainStartFailure } from '@onmaru/hosting';
import { logger as loggerOf } from '@onmaru/service-kit';
import { Onboarding } from '@onmaru/identity/identity.module';
import { demoPassword, greeting, platformKey, seedDemo } from '@onmaru/setup/setup.module';
import { writeAccessFile } from './access-file.adapter.js';
import { prepareDataFolder } from './data-folder.adapter.js';
import { startPlatform } from './platform.adapter.js';
import { standaloneConfig } from './standalone.config.js';

// Installed before PostgreSQL starts: a terminal sends the signal to the group, and npm sends it again.
const stopping = new AbortController();
process.on('SIGINT', () => stopping.abort());
process.on('SIGTERM', () => stopping.abort());

try {
  const config = standaloneConfig();
  prepareDataFolder(config.data);
  const consoleFolder = fileURLToPath(new URL('../../console/dist/web', import.meta.url));
  const platform = await startPlatform({ data: config.data, port: config.port, consoleFolder, logger: loggerOf(config.logLevel) });
  const onboarding = platform.app.get(Onboarding, { strict: false });
  const token = await platformKey(config.data, onboarding);
  const demo = config.demo === 'on' ? demoPassword(config.data, config.demoPassword) : null;
  if (demo !== null) await seedDemo(onboarding, (request) => platform.app.inject(request), demo.password);
  await platform.open();
  const removeAccess = writeAccessFile(config.data, { url: platform.url, token, pid: process.pid });
  console.log(greeting({ url: platform.url, demo }));
  if (!stopping.signal.aborted) await new Promise((stopped) => stopping.signal.addEventListener('abort', stopped));
  removeAccess();
  await platform.close();
} catch (error) {
  console.error(explainStartFailure(error));
  process.exitCode = 1;
}
