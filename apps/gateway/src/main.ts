import 'reflect-metadata';
import { explainStartFailure } from '@onmaru/hosting';
import { logger as loggerOf } from '@onmaru/service-kit';
import { startEdge } from './edge.adapter.js';
import { gatewayConfig } from './gateway.config.js';

const stopping = new AbortController();
process.on('SIGINT', () => stopping.abort());
process.on('SIGTERM', () => stopping.abort());

try {
  const { logLevel, ...config } = gatewayConfig();
  const edge = await startEdge({ ...config, logger: loggerOf(logLevel) });
  console.log(`The gateway listens on ${edge.url}`);
  if (!stopping.signal.aborted) await new Promise((stopped) => stopping.signal.addEventListener('abort', stopped));
  await edge.close();
} catch (error) {
  console.error(explainStartFailure(error));
  process.exitCode = 1;
}
