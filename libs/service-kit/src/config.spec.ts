import { BadConfiguration, listOf, oneOf, optional, port, readConfig, secret, text, urlOf } from './config.js';

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

  it('takes several of a kind', () => {
    const brokers = { brokers: ['BROKERS', listOf('host:port', (one) => /^[\w.-]+:\d+$/.test(one))] } as const;
    expect(readConfig(brokers, { BROKERS: 'one:9092, two:9092' })).toEqual({ brokers: ['one:9092', 'two:9092'] });
    expect(() => readConfig(brokers, { BROKERS: 'one:9092,two' })).toThrow('BROKERS is "one:9092,two": it must be a list of host:port with commas between them');
  });

  it.each([
    ['KEY', secret(32), 'too short', 'KEY is "…": it must be a secret of at least 32 characters'],
    ['KEY', secret(32), '', 'KEY is not set: it must be a secret of at least 32 characters'],
    ['DB', urlOf('postgres', 'postgresql'), 'mysql://ada:pass@host/db', 'DB is "…": it must be an address that begins with postgres:// or postgresql://'],
    ['DB', urlOf('postgres'), 'ada:pass', 'DB is "…"'],
  ] as const)('keeps what %s holds to itself', (variable, reader, value, message) => {
    expect(() => readConfig({ it: [variable, reader] }, { [variable]: value })).toThrow(message);
  });
});
