import { serverProperties } from './server-properties.mjs';

const broker = (id: number) => ({ id, port: 9000 + id, controllerPort: 9100 + id });
const read = (text: string) => Object.fromEntries(text.trimEnd().split('\n').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));

describe('A broker of one', () => {
  const properties = read(serverProperties([broker(1)], broker(1), '/tmp/data'));

  it('listens on this machine alone', () => {
    expect(properties['listeners']).toBe('PLAINTEXT://127.0.0.1:9001,CONTROLLER://127.0.0.1:9101');
    expect(properties['advertised.listeners']).toBe('PLAINTEXT://127.0.0.1:9001');
    expect(properties['log.dirs']).toBe('/tmp/data');
  });

  it('is content with one copy of everything', () => {
    expect(properties['controller.quorum.voters']).toBe('1@127.0.0.1:9101');
    expect(Object.entries(properties).filter(([name]) => /replication.factor|min.isr|min.insync/.test(name)).map(([, value]) => value)).toEqual(Array(6).fill('1'));
  });

  it('makes no topic that nobody declared', () => expect(properties['auto.create.topics.enable']).toBe('false'));
});

describe('A broker of three', () => {
  const all = [1, 2, 3].map(broker);
  const properties = all.map((one) => read(serverProperties(all, one, `/tmp/${one.id}`)));

  it('knows the others, and who it is', () => {
    expect(new Set(properties.map((one) => one['controller.quorum.voters']))).toEqual(new Set(['1@127.0.0.1:9101,2@127.0.0.1:9102,3@127.0.0.1:9103']));
    expect(properties.map((one) => one['node.id'])).toEqual(['1', '2', '3']);
  });

  it('keeps three copies, and acknowledges what two of them have', () =>
    expect(properties[0]).toMatchObject({ 'offsets.topic.replication.factor': '3', 'transaction.state.log.min.isr': '2', 'min.insync.replicas': '2' }));
});
