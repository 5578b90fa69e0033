import 'reflect-metadata';
import type { Keys } from '@onmaru/event-sourcing';
import { logger as loggerOf } from '@onmaru/service-kit';
import { openTracing } from '@onmaru/tracing/open';
import { runProgram } from './run-program.js';
import { serviceConfig } from './service.config.js';
import { startService, type ServiceProgram } from './start-service.js';

/** Runs a service until the process is told to end. */
export const runService = <OwnKeys extends Keys>(program: ServiceProgram<OwnKeys>): Promise<void> =>
  runProgram(
    () => serviceConfig(program.keys !== undefined),
    async (config) => {
      const logger = loggerOf(config.logLevel);
      const tracing = await openTracing(program.service.name, logger);
      const running = await startService(program, config, logger, tracing).catch(async (error: unknown) => {
        await tracing?.close();
        throw error;
      });
      console.log(`${program.service.name} is ready at ${running.url}`);
      return {
        leave: () => running.leave(),
        async close() {
          await running.close();
          await tracing?.close();
        },
      };
    },
  );
