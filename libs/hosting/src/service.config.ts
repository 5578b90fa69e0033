import { brokers, httpUrl, oneOf, optional, port, postgresUrl, readConfig, seconds, secret, text } from '@onmaru/service-kit';

/** What a service that runs by itself is told by its environment. `own`: it is identity, and asks nobody who calls. */
export const serviceConfig = (own: boolean, environment: NodeJS.ProcessEnv = process.env) => {
  const read = readConfig(
    {
      host: ['ONMARU_HOST', text('127.0.0.1')],
      port: ['ONMARU_PORT', port()],
      database: ['ONMARU_DATABASE_URL', postgresUrl()],
      log: ['ONMARU_LOG_URL', postgresUrl('')],
      brokers: ['KAFKA_BROKERS', brokers()],
      prefix: ['ONMARU_KAFKA_PREFIX', optional],
      identity: ['ONMARU_IDENTITY_URL', httpUrl(own ? '' : undefined)],
      serviceKey: ['ONMARU_SERVICE_KEY', secret(32)],
      secureCookies: ['ONMARU_SECURE_COOKIES', oneOf(['on', 'off'], 'on')],
      startSeconds: ['ONMARU_START_SECONDS', seconds(0)],
      drainSeconds: ['ONMARU_DRAIN_SECONDS', seconds(0)],
      logLevel: ['ONMARU_LOG_LEVEL', oneOf(['silent', 'error', 'warn', 'info', 'debug'], 'warn')],
    },
    environment,
  );
  return { ...read, log: read.log || read.database, prefix: read.prefix ?? '', secureCookies: read.secureCookies === 'on' };
};

export type ServiceConfig = ReturnType<typeof serviceConfig>;
