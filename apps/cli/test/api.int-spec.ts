import { Api } from '../src/platform/api.adapter.js';
import { FakePlatform } from './fake-platform.js';

describe('Asking the platform', () => {
  let platform: FakePlatform;
  let api: Api;

  beforeEach(async () => {
    platform = new FakePlatform();
    api = new Api(await platform.start(), 'secret', { 'accept-language': 'ko', 'onmaru-tenant': 'hanok' });
  });

  afterEach(() => {
    api.close();
    platform.stop();
  });

  it('signs in with the token, and says for whom and in which language', async () => {
    await api.json('queues');
    expect(platform.requests[0]?.headers).toMatchObject({ authorization: 'Bearer secret', 'accept-language': 'ko', 'onmaru-tenant': 'hanok' });
  });

  it('reads an answer line by line, however it was cut into pieces', async () => {
    platform.trouble = (_, response) => {
      const bytes = Buffer.from('{"name":"온마루"}\n{"name":"둘"}');
      response.write(bytes.subarray(0, 11), () => setTimeout(() => response.end(bytes.subarray(11)), 20));
      return true;
    };
    expect(await Array.fromAsync(api.lines('events'))).toEqual(['{"name":"온마루"}', '{"name":"둘"}']);
  });

  it('says that an answer broke off', async () => {
    platform.trouble = (_, response) => {
      response.write('{"position":1}\n', () => response.destroy());
      return true;
    };
    await expect(Array.fromAsync(api.lines('events'))).rejects.toThrow(/broke off/);
  });

  it('gives up on a platform that stays busy, after as many tries as it was told', async () => {
    platform.trouble = (_, response) => {
      response.writeHead(503, { 'retry-after': '0' }).end();
      return true;
    };
    await expect(api.json('cases', { tries: 3 })).rejects.toThrow(/status 503/);
    expect(platform.requests).toHaveLength(3);
  });

  it('says at once that nobody is there', async () => {
    platform.stop();
    await expect(api.json('cases')).rejects.toThrow(/Nobody answers at http:\/\/127\.0\.0\.1:\d+ \(connect ECONNREFUSED/);
  });

  it('waits for a platform that goes away for a moment', async () => {
    await api.json('queues');
    let times = 0;
    platform.trouble = (_, response) => {
      times += 1;
      if (times <= 2) response.destroy();
      return times <= 2;
    };
    await expect(api.json('queues')).resolves.toBeDefined();
  });
});
