import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadConfiguration, httpUrl, listOf, oneOf, optional, port, postgresUrl, readConfig, seconds, secret, text, urlsByName } from './config.js';

const shape = { port: ['APP_PORT', port(8080)], data: ['APP_DATA', text()], demo: ['APP_DEMO', oneOf(['on', 'off'], 'on')], secret: ['APP_SECRET', optional] } as const;

describe('The configuration', () => {
  it('is read from the environment, with what holds unless something is said', () =>
    expect(readConfig(shape, { APP_DATA: './here' })).toEqual({ port: 8080, data: './here', demo: 'on', secret: null }));

  it.each([
    [{ APP_DATA: 'x', APP_PORT: '80x' }, 'APP_PORT is "80x": it must be a port number from 0 to 65535'],
    [{ APP_DATA: 'x', APP_PORT: '70000' }, 'APP_PORT is "70000"'],
    [{ APP_DATA: 'x', APP_DEMO: 'perhaps' }, 'APP_DEMO is "perhaps": it must be one of on, off'],
    [{}, 'APP_DATA is not set: it must be some text'],
  ])('names the variable that cannot be used: %j', (environment, message) => {
    expect(() => readConfig(shape, environment)).toThrow(BadConfiguration);
    expect(() => readConfig(shape, environment)).toThrow(message);
  });
});

describe('A span of time', () => {
  const shape = { drain: ['DRAIN', seconds(0)] } as const;

  it('is whole seconds', () => expect([readConfig(shape, { DRAIN: '15' }), readConfig(shape, {})]).toEqual([{ drain: 15 }, { drain: 0 }]));

  it.each(['-1', '1.5', '3601', '10s'])('is refused where it is none: %s', (DRAIN) => expect(() => readConfig(shape, { DRAIN })).toThrow(`DRAIN is "${DRAIN}": it must be a number of seconds from 0 to 3600`));
});

describe('A list', () => {
  const shape = { brokers: ['BROKERS', listOf('host:port', (one) => /^[\w.-]+:\d+$/.test(one))] } as const;

  it('is read one by one', () => expect(readConfig(shape, { BROKERS: 'one:9092, two:9092' })).toEqual({ brokers: ['one:9092', 'two:9092'] }));

  it.each(['one', 'one:9092,', 'one:9092 two:9092'])('is refused where one of it is not what it should be: %s', (BROKERS) =>
    expect(() => readConfig(shape, { BROKERS })).toThrow(`BROKERS is "${BROKERS}": it must be a list of host:port with commas between them`));
});

describe('The address of another program', () => {
  const shape = { identity: ['IDENTITY', httpUrl()] } as const;

  it('has no slash at its end', () => expect(readConfig(shape, { IDENTITY: 'https://identity.example/' })).toEqual({ identity: 'https://identity.example' }));

  it.each(['identity', 'ftp://identity'])('is refused where it is none: %s', (IDENTITY) => expect(() => readConfig(shape, { IDENTITY })).toThrow('it must be an address such as http://127.0.0.1:8081'));
});

describe('A list of addresses by name', () => {
  const shape = { urls: ['APP_URLS', urlsByName('identity')] } as const;

  it('keeps its order, and no slash at an end', () =>
    expect([...readConfig(shape, { APP_URLS: 'identity=http://127.0.0.1:1/, cases=https://cases.example/part' }).urls]).toEqual([
      ['identity', 'http://127.0.0.1:1'],
      ['cases', 'https://cases.example/part'],
    ]));

  it.each(['cases=http://127.0.0.1:2', 'identity=ftp://127.0.0.1:1', 'identity', 'identity=http://a:1,identity=http://b:1', 'identity=http://a:1,', 'identity=http://a:99999'])(
    'is refused with an example where it cannot be read, or lacks what is needed: %s',
    (APP_URLS) => expect(() => readConfig(shape, { APP_URLS })).toThrow(`APP_URLS is "${APP_URLS}": it must be a list such as identity=http://127.0.0.1:8081`),
  );
});

describe('What is secret', () => {
  const shape = { key: ['APP_KEY', secret(8)], log: ['APP_LOG', postgresUrl()] } as const;
  const sound = { APP_KEY: '12345678', APP_LOG: 'postgres://reader:pw@127.0.0.1:5432/onmaru' };

  it('is read as it is', () => expect(readConfig(shape, sound)).toEqual({ key: sound.APP_KEY, log: sound.APP_LOG }));

  it.each([
    [{ ...sound, APP_KEY: 'hunter2' }, 'APP_KEY cannot be used as it is: it must be a secret of at least 8 characters'],
    [{ ...sound, APP_LOG: 'mysql://root:hunter2@db/x' }, 'APP_LOG cannot be used as it is: it must be the address of a PostgreSQL database'],
    [{ ...sound, APP_KEY: '' }, 'APP_KEY is empty'],
    [{ APP_LOG: sound.APP_LOG }, 'APP_KEY is not set'],
  ])('is not repeated where it is refused', (environment, message) => {
    expect(() => readConfig(shape, environment)).toThrow(message);
    expect(() => readConfig(shape, environment)).not.toThrow('hunter2');
  });
});

describe('A value that stands in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onmaru-config-'));
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  afterAll(() => rmSync(folder, { recursive: true }));
  const shape = { key: ['APP_KEY', secret(8)], log: ['APP_LOG_URL', postgresUrl()], more: ['APP_MORE', optional] } as const;
  const log = 'postgres://reader@127.0.0.1:5432/onmaru';

  it('is read from there, without the line break at its end', () =>
    expect(readConfig(shape, { APP_KEY_FILE: file('key', '12345678\n'), APP_LOG_URL_FILE: file('log', log), APP_MORE_FILE: file('more', ' x \r\n') })).toEqual({ key: '12345678', log, more: ' x ' }));

  it('is the password of an address that has none, whatever is in it', () => {
    const { log: url } = readConfig(shape, { APP_KEY: '12345678', APP_LOG_URL: log, APP_LOG_PASSWORD_FILE: file('password', 'p@ss/w%41rd\n') });
    expect([new URL(url).username, decodeURIComponent(new URL(url).password), new URL(url).host]).toEqual(['reader', 'p@ss/w%41rd', '127.0.0.1:5432']);
    expect(readConfig(shape, { APP_KEY: '12345678', APP_LOG_URL: 'postgres://reader:own@127.0.0.1/onmaru', APP_LOG_PASSWORD: 'other' }).log).toContain(':own@');
  });

  it('stands in one place only, which can be read', () => {
    expect(() => readConfig(shape, { APP_KEY: '12345678', APP_KEY_FILE: file('key', '12345678') })).toThrow('APP_KEY_FILE is set beside APP_KEY: it must be the only one of the two');
    expect(() => readConfig(shape, { APP_KEY_FILE: '/nowhere/key' })).toThrow('APP_KEY_FILE names /nowhere/key, which cannot be read (ENOENT): it must be a file that holds the value');
    expect(() => readConfig(shape, { APP_KEY_FILE: file('key', 'short\n') })).toThrow('APP_KEY cannot be used as it is: it must be a secret of at least 8 characters');
  });
});
