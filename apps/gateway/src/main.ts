import 'reflect-metadata';
import { runProgram } from '@onmaru/hosting';
import { logger as loggerOf } from '@onmaru/service-kit';
import { openTracing } from '@onmaru/tracing/open';
import { startEdge } from './edge.adapter.js';
import { gatewayConfig } from './gateway.config.js';

await runProgram(async () => {
  const { logLevel, ...config } = gatewayConfig();
  const logger = loggerOf(logLevel);
  const tracing = await openTracing('gateway', logger);
  const edge = await startEdge({ ...config, logger, tracing });
  console.log(`The gateway listens on ${edge.url}`);
  return {
    async close() {
      await edge.close();
      await tracing?.close();
    },
  };
});
