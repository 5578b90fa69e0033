import 'reflect-metadata';
import { runProgram } from '@onmaru/hosting';
import { logger as loggerOf } from '@onmaru/service-kit';
import { startEdge } from './edge.adapter.js';
import { gatewayConfig } from './gateway.config.js';

await runProgram(gatewayConfig, async ({ logLevel, ...config }) => {
  const edge = await startEdge({ ...config, logger: loggerOf(logLevel) });
  console.log(`The gateway listens on ${edge.url}`);
  return edge;
});
