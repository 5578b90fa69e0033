import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { logger as loggerOf } from '@onmaru/service-kit';
import { prepareDataFolder } from './data-folder.adapter.js';
import { explainStartFailure } from './start-failure.js';
import { standaloneConfig } from './standalone.config.js';
import { startPlatform } from './platform.adapter.js';

const stopping = new AbortController();
process.on('SIGINT', () => stopping.abort());
process.on('SIGTERM', () => stopping.abort());

try {
  const config = standaloneConfig(process.env);
  prepareDataFolder(config.data);
  const logger = loggerOf(config.logLevel);
  const consoleFolder = fileURLToPath(new URL('../../console/dist/web', import.meta.url));
  const platform = await startPlatform({ data: config.data, port: config.port, consoleFolder, logger });
  platform.open();
  console.log(platform.url);
  await new Promise<void>((stopped) => (stopping.signal.aborted ? stopped() : stopping.signal.addEventListener('abort', () => stopped())));
  await platform.close();
} catch (error) {
  console.error(explainStartFailure(error));
  process.exitCode = 1;
}
