import { BadConfiguration } from '@onmaru/service-kit';
import { demoConfig, prepareConfig, secretsConfig } from './setup.config.js';

const KEY = `onm_${'0a'.repeat(16)}_${'x'.repeat(43)}`;
const password = (n: number): string => `password number ${n}`;
const sound = {
  ONMARU_ADMIN_URL: 'postgres://admin:secret@db.example:5432/onmaru',
  ONMARU_IDENTITY_PASSWORD: password(1),
  ONMARU_CASES_PASSWORD: password(2),
  ONMARU_ROUTING_PASSWORD: password(3),
  ONMARU_GATEWAY_PASSWORD: password(4),
  KAFKA_BROKERS: 'one:9092,two:9092',
  ONMARU_PLATFORM_KEY: KEY,
};

describe('What is told to whoever prepares a platform', () => {
  it('is where the database and Kafka are, a password for each role, and the key of those who run it', () =>
    expect(prepareConfig(sound)).toMatchObject({
      admin: sound.ONMARU_ADMIN_URL,
      brokers: ['one:9092', 'two:9092'],
      prefix: '',
      key: KEY,
      passwords: { identity: password(1), cases: password(2), routing: password(3), gateway: password(4) },
    }));

  it.each(Object.keys(sound))('is not enough without %s, which is named with what it should be', (variable) => {
    const lacking = () => prepareConfig({ ...sound, [variable]: '' });
    expect(lacking).toThrow(BadConfiguration);
    expect(lacking).toThrow(new RegExp(`^${variable} is .*: it must be `));
  });

  it.each([
    ['ONMARU_CASES_PASSWORD', 'short', 'a secret of at least 16 characters'],
    ['ONMARU_PLATFORM_KEY', 'onm_secret', 'onm_, 32 hexadecimal digits, _ and 43 characters of base64url'],
  ])('may not be just anything: %s is refused without being said', (variable, value, wanted) => {
    expect(() => prepareConfig({ ...sound, [variable]: value })).toThrow(`${variable} cannot be used as it is: it must be ${wanted}`);
  });

  it('leaves the key to a folder where there is one', () => expect(prepareConfig({ ...sound, ONMARU_PLATFORM_KEY: '', ONMARU_DATA: '/kept' })).toMatchObject({ key: null, data: '/kept' }));
});

describe('What is told to whoever fills the demo', () => {
  const sound = { ONMARU_DATABASE_URL: 'postgres://onmaru_identity:secret@db.example/onmaru', ONMARU_URL: 'http://gateway:8080', ONMARU_DEMO_PASSWORD: 'a demo' };

  it('is where identity’s tables and the platform are, and under which address people know it', () => {
    expect(demoConfig(sound)).toMatchObject({ isWanted: true, url: 'http://gateway:8080', publicUrl: 'http://gateway:8080', password: 'a demo' });
    expect(demoConfig({ ...sound, ONMARU_PUBLIC_URL: 'https://help.example/' }).publicUrl).toBe('https://help.example');
  });

  it.each(Object.keys(sound))('is not enough without %s', (variable) => expect(() => demoConfig({ ...sound, [variable]: '' })).toThrow(`${variable} is`));

  it('is little where no demo is wanted', () => expect(demoConfig({ ONMARU_DEMO: 'off', ONMARU_URL: 'http://gateway:8080' })).toMatchObject({ isWanted: false }));
});

describe('What is told to whoever makes up secrets', () => {
  it('is the folder, and those that are given', () =>
    expect(secretsConfig({ ONMARU_SECRETS: '/secrets', ONMARU_CASES_PASSWORD: 'mine' })).toEqual({ folder: '/secrets', serviceKey: null, postgres: null, passwords: { identity: null, cases: 'mine', routing: null, gateway: null } }));
});
