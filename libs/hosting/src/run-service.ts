import 'reflect-metadata';
import type { Keys } from '@onmaru/event-sourcing';
import { logger as loggerOf } from '@onmaru/service-kit';
import { runProgram } from './run-program.js';
import { serviceConfig } from './service.config.js';
import { startService, type ServiceProgram } from './start-service.js';

/** Runs a service until the process is told to end. */
export const runService = <OwnKeys extends Keys>(program: ServiceProgram<OwnKeys>): Promise<void> =>
  runProgram(
    () => serviceConfig(program.keys !== undefined),
    async (config) => {
      const running = await startService(program, config, loggerOf(config.logLevel));
      console.log(`${program.service.name} is ready at ${running.url}`);
      return running;
    },
  );
