import { resolve } from 'node:path';
import { oneOf, optional, port, postgresUrl, readConfig, seconds, secret, text, urlsByName } from '@onmaru/service-kit';

/** What the gateway is told by its environment. */
export const gatewayConfig = (environment: NodeJS.ProcessEnv = process.env) => {
  const { console: folder, ...read } = readConfig(
    {
      host: ['ONMARU_HOST', text('127.0.0.1')],
      port: ['ONMARU_PORT', port(8080)],
      services: ['ONMARU_SERVICE_URLS', urlsByName('identity')],
      logUrl: ['ONMARU_LOG_URL', postgresUrl()],
      serviceKey: ['ONMARU_SERVICE_KEY', secret(32)],
      console: ['ONMARU_CONSOLE', optional],
      startSeconds: ['ONMARU_START_SECONDS', seconds(0)],
      drainSeconds: ['ONMARU_DRAIN_SECONDS', seconds(0)],
      logLevel: ['ONMARU_LOG_LEVEL', oneOf(['silent', 'error', 'warn', 'info', 'debug'], 'warn')],
    },
    environment,
  );
  return { ...read, consoleFolder: folder === null ? null : resolve(folder) };
};

export type GatewayConfig = ReturnType<typeof gatewayConfig>;
