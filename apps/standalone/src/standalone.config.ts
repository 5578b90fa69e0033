import { resolve } from 'node:path';
import { oneOf, optional, port, readConfig, text } from '@onmaru/service-kit';

/** What standalone is told by its environment. */
export const standaloneConfig = (environment: NodeJS.ProcessEnv = process.env) => {
  const read = readConfig(
    {
      port: ['ONMARU_PORT', port(8080)],
      data: ['ONMARU_DATA', text('./.onmaru')],
      demo: ['ONMARU_DEMO', oneOf(['on', 'off'], 'on')],
      demoPassword: ['ONMARU_DEMO_PASSWORD', optional],
      logLevel: ['ONMARU_LOG_LEVEL', oneOf(['silent', 'error', 'warn', 'info', 'debug'], 'warn')],
    },
    environment,
  );
  return { ...read, data: resolve(read.data) };
};

export type StandaloneConfig = ReturnType<typeof standaloneConfig>;
