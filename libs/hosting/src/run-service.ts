import 'reflect-metadata';
import type { Keys } from '@onmaru/event-sourcing';
import { logger as loggerOf } from '@onmaru/service-kit';
import { runProgram } from './run-program.js';
import { serviceConfig } from './service.config.js';
import { startService, type ServiceProgram } from './start-service.js';

/** Runs a service until the process is told to end. */
export const runService = <OwnKeys extends Keys>(program: ServiceProgram<OwnKeys>): Promise<void> =>
  runProgram(async () => {
    const config = serviceConfig(program.keys !== undefined);
    const logger = loggerOf(config.logLevel);
    const running = await startService(program, config, logger);
    console.log(`${program.service.name} is ready at ${running.url}`);
    return running;
  });
