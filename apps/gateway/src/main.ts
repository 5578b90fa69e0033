import 'reflect-metadata';
import { runProgram } from '@onmaru/hosting';
import { logger as loggerOf } from '@onmaru/service-kit';
import { openTracing } from '@onmaru/tracing/open';
import { startEdge } from './edge.adapter.js';
import { gatewayConfig } from './gateway.config.js';

await runProgram(gatewayConfig, async ({ logLevel, ...config }) => {
  const logger = loggerOf(logLevel);
  const tracing = await openTracing('gateway', logger);
  const edge = await startEdge({ ...config, logger, tracing }).catch(async (error: unknown) => {
    await tracing?.close();
    throw error;
  });
  console.log(`The gateway listens on ${edge.url}`);
  return {
    leave: () => edge.leave(),
    async close() {
      await edge.close();
      await tracing?.close();
    },
  };
});
