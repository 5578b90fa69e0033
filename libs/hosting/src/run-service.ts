import 'reflect-metadata';
import type { Keys } from '@onmaru/event-sourcing';
import { logger as loggerOf } from '@onmaru/service-kit';
import { serviceConfig } from './service.config.js';
import { explainStartFailure } from './start-failure.js';
import { startService, type ServiceProgram } from './start-service.js';

/** Runs a service until the process is told to end. What keeps it from starting is said in a sentence, and ends it with 1. */
export const runService = async <OwnKeys extends Keys>(program: ServiceProgram<OwnKeys>): Promise<void> => {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort());
  try {
    // Whoever started it over a channel is gone when that closes.
    process.once('disconnect', () => stopping.abort());
    const config = serviceConfig(program.keys !== undefined);
    const running = await startService(program, config, loggerOf(config.logLevel));
    console.log(`${program.service.name} is ready at ${running.url}`);
    if (!stopping.signal.aborted) await new Promise((stopped) => stopping.signal.addEventListener('abort', stopped));
    await running.close();
  } catch (error) {
    console.error(explainStartFailure(error));
    process.exitCode = 1;
  }
};
