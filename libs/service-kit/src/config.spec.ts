import { BadConfiguration, oneOf, optional, port, readConfig, text } from './config.js';

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
