import { parseApiKey } from '@onmaru/identity/identity.module';
import { BadConfiguration, brokers, httpUrl, oneOf, optional, postgresUrl, readConfig, secret, text } from '@onmaru/service-kit';
import { READERS, SERVICES } from './services.adapter.js';

type Environment = NodeJS.ProcessEnv;

const logLevel = ['ONMARU_LOG_LEVEL', oneOf(['silent', 'error', 'warn', 'info', 'debug'], 'warn')] as const;
const data = ['ONMARU_DATA', optional] as const;

/** Roles with a password of their own → the variable that holds it. */
const PASSWORDS = [...SERVICES.map(({ name }) => name), ...READERS].map((name) => [name, `ONMARU_${name.toUpperCase()}_PASSWORD`] as const);

const orFolder = (variable: string, value: string | null, folder: string | null, wanted: string): void => {
  if (value === null && folder === null) throw new BadConfiguration(variable, 'is not set', `${wanted}, or ONMARU_DATA a folder in which one that is made up can be kept`);
};

/** What `prepare` is told by its environment. */
export const prepareConfig = (environment: Environment = process.env) => {
  const read = readConfig({ admin: ['ONMARU_ADMIN_URL', postgresUrl()], brokers: ['KAFKA_BROKERS', brokers()], prefix: ['ONMARU_KAFKA_PREFIX', optional], key: ['ONMARU_PLATFORM_KEY', optional], data, logLevel }, environment);
  orFolder('ONMARU_PLATFORM_KEY', read.key, read.data, 'a key for those who run the platform');
  if (read.key !== null && parseApiKey(read.key) === null) throw new BadConfiguration('ONMARU_PLATFORM_KEY', 'cannot be used as it is', 'onm_, 32 hexadecimal digits, _ and 43 characters of base64url');
  const passwords = readConfig(Object.fromEntries(PASSWORDS.map(([name, variable]) => [name, [variable, secret(16)] as const])), environment);
  return { ...read, prefix: read.prefix ?? '', passwords };
};

/** What `demo` is told by its environment. */
export const demoConfig = (environment: Environment = process.env) => {
  const { demo } = readConfig({ demo: ['ONMARU_DEMO', oneOf(['on', 'off'], 'on')] }, environment);
  const isWanted = demo === 'on';
  const read = readConfig(
    { database: ['ONMARU_DATABASE_URL', postgresUrl(isWanted ? undefined : '')], url: ['ONMARU_URL', httpUrl()], publicUrl: ['ONMARU_PUBLIC_URL', httpUrl('')], password: ['ONMARU_DEMO_PASSWORD', optional], data, logLevel },
    environment,
  );
  if (isWanted) orFolder('ONMARU_DEMO_PASSWORD', read.password, read.data, 'a password for the people of the demo');
  return { ...read, isWanted, publicUrl: read.publicUrl || read.url };
};

/** What `secrets` is told by its environment: where they go, and those that are given. */
export const secretsConfig = (environment: Environment = process.env) => {
  const { folder, serviceKey, postgres } = readConfig({ folder: ['ONMARU_SECRETS', text()], serviceKey: ['ONMARU_SERVICE_KEY', optional], postgres: ['ONMARU_POSTGRES_PASSWORD', optional] }, environment);
  const passwords = readConfig(Object.fromEntries(PASSWORDS.map(([name, variable]) => [name, [variable, optional] as const])), environment);
  return { folder, serviceKey, postgres, passwords };
};

/** What `key` is told by its environment: the folder of the platform key. */
export const keyConfig = (environment: Environment = process.env) => readConfig({ data: ['ONMARU_DATA', text()] }, environment);

export type PrepareConfig = ReturnType<typeof prepareConfig>;
export type DemoConfig = ReturnType<typeof demoConfig>;
export type SecretsConfig = ReturnType<typeof secretsConfig>;
