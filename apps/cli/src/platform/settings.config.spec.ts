import { settingsFrom } from './settings.config.js';

describe('Which platform a command works on', () => {
  it('is the one at ONMARU_URL, with ONMARU_TOKEN', () =>
    expect(settingsFrom({ ONMARU_URL: 'https://onmaru.example/', ONMARU_TOKEN: 'abc' }, '/here').target).toEqual({ url: 'https://onmaru.example', token: 'abc' }));

  it('is else the standalone of the data folder ONMARU_DATA', () => expect(settingsFrom({ ONMARU_DATA: 'data' }, '/here').target).toEqual({ dataFolder: '/here/data' }));

  it('is else the one of ./.onmaru', () => expect(settingsFrom({}, '/here').target).toEqual({ dataFolder: '/here/.onmaru' }));

  it.each([
    [{ ONMARU_URL: 'onmaru.example', ONMARU_TOKEN: 'abc' }, /ONMARU_URL is "onmaru.example"/],
    [{ ONMARU_URL: 'https://onmaru.example' }, /ONMARU_TOKEN is not/],
    [{ ONMARU_URL: 'https://onmaru.example', ONMARU_TOKEN: 'a b' }, /ONMARU_TOKEN holds a space/],
  ])('is said to be unclear by the name of the variable: %j', (env, message) => expect(() => settingsFrom(env, '/here')).toThrow(message));

  it('is asked in Korean where the machine speaks it', () => {
    expect(settingsFrom({ LANG: 'ko_KR.UTF-8' }, '/').language).toBe('ko');
    expect(settingsFrom({ LANG: 'ko_KR.UTF-8', LC_ALL: 'C' }, '/').language).toBe('en');
  });

  it('leaves file names to count from the folder that npm was called in', () => {
    expect(settingsFrom({ npm_lifecycle_event: 'onmaru', INIT_CWD: '/there' }, '/here').folder).toBe('/there');
    expect(settingsFrom({ npm_lifecycle_event: 'test', INIT_CWD: '/there' }, '/here').folder).toBe('/here');
  });
});
