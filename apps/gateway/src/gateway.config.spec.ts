import { gatewayConfig } from './gateway.config.js';

const sound = { ONMARU_SERVICE_URLS: 'identity=http://identity:8080,cases=http://cases:8080', ONMARU_LOG_URL: 'postgres://reader:pw@db:5432/onmaru', ONMARU_SERVICE_KEY: 'k'.repeat(32) };

describe('The gateway’s configuration', () => {
  it('asks for no more than where services and the log are, and by which key services know it', () =>
    expect(gatewayConfig(sound)).toEqual({
      host: '127.0.0.1',
      port: 8080,
      services: new Map([['identity', 'http://identity:8080'], ['cases', 'http://cases:8080']]),
      logUrl: sound.ONMARU_LOG_URL,
      serviceKey: sound.ONMARU_SERVICE_KEY,
      consoleFolder: null,
      startSeconds: 0,
      drainSeconds: 0,
      logLevel: 'warn',
    }));

  it('takes the folder of the web apps as it is seen from here', () => expect(gatewayConfig({ ...sound, ONMARU_CONSOLE: 'web' }).consoleFolder).toBe(`${process.cwd()}/web`));

  it.each([
    [{ ONMARU_SERVICE_URLS: '' }, 'ONMARU_SERVICE_URLS is "": it must be a list such as identity=http://127.0.0.1:8081, each name once'],
    [{ ONMARU_SERVICE_URLS: 'cases=http://cases:8080' }, 'it must be a list such as identity='],
    [{ ONMARU_LOG_URL: undefined }, 'ONMARU_LOG_URL is not set: it must be the address of a PostgreSQL database'],
    [{ ONMARU_SERVICE_KEY: 'short' }, 'ONMARU_SERVICE_KEY cannot be used as it is: it must be a secret of at least 32 characters'],
    [{ ONMARU_PORT: 'http' }, 'ONMARU_PORT is "http"'],
  ])('is refused with cause and cure: %j', (wrong, message) => expect(() => gatewayConfig({ ...sound, ...wrong })).toThrow(message));
});
