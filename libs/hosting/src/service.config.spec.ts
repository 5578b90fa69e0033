import { serviceConfig } from './service.config.js';

const sound = {
  ONMARU_PORT: '8081',
  ONMARU_DATABASE_URL: 'postgres://cases:hunter2@127.0.0.1:5432/onmaru',
  ONMARU_IDENTITY_URL: 'http://127.0.0.1:8082',
  ONMARU_SERVICE_KEY: 'a secret of more than 32 characters',
  KAFKA_BROKERS: '127.0.0.1:9092,127.0.0.1:9093',
};

describe('What a service of its own is told', () => {
  it('is where its database, its brokers and identity are; the log is in its database unless it is said to be elsewhere', () => {
    expect(serviceConfig(false, sound)).toMatchObject({ log: sound.ONMARU_DATABASE_URL, brokers: ['127.0.0.1:9092', '127.0.0.1:9093'], identity: 'http://127.0.0.1:8082', prefix: '' });
    expect(serviceConfig(false, { ...sound, ONMARU_LOG_URL: 'postgres://cases@log/onmaru' })).toMatchObject({ log: 'postgres://cases@log/onmaru' });
  });

  it('is not where identity is, for identity', () => {
    const { ONMARU_IDENTITY_URL: _, ...alone } = sound;
    expect(serviceConfig(true, alone).port).toBe(8081);
    expect(() => serviceConfig(false, alone)).toThrow('ONMARU_IDENTITY_URL is not set');
  });

  it('is only for cookies that go over https, unless it is said that they need not', () => {
    expect(serviceConfig(true, sound).secureCookies).toBe(true);
    expect(serviceConfig(true, { ...sound, ONMARU_SECURE_COOKIES: 'off' }).secureCookies).toBe(false);
  });

  it.each([
    ['KAFKA_BROKERS', 'somewhere', 'KAFKA_BROKERS is "somewhere": it must be a list of host:port'],
    ['ONMARU_SERVICE_KEY', 'hunter2', 'ONMARU_SERVICE_KEY cannot be used as it is'],
    ['ONMARU_DATABASE_URL', 'mysql://root:hunter2@db/x', 'ONMARU_DATABASE_URL cannot be used as it is'],
    ['ONMARU_DATABASE_URL', '', 'ONMARU_DATABASE_URL is empty'],
    ['ONMARU_LOG_URL', 'mysql://root:hunter2@db/x', 'ONMARU_LOG_URL cannot be used as it is'],
  ])('is refused by name where %s cannot be used, and no secret is repeated', (variable, value, message) => {
    const start = (): unknown => serviceConfig(false, { ...sound, [variable]: value });
    expect(start).toThrow(message);
    expect(start).not.toThrow('hunter2');
  });
});
