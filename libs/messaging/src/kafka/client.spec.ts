import { asAdmin } from './as-admin.js';
import { kafkaClient } from './client.js';

describe('A Kafka that cannot be reached', () => {
  it('is looked for some ten seconds, and each of its brokers spoken of once', async () => {
    const said: (readonly [{ broker?: string }, string])[] = [];
    const log = { warn: (...line: [object, string]) => void said.push(line), error: (...line: [object, string]) => void said.push(line) };
    const asking = asAdmin(kafkaClient({ brokers: ['127.0.0.1:1', '127.0.0.1:2'], log }), (admin) => admin.listTopics());
    await expect(asking).rejects.toThrow('ECONNREFUSED');
    expect(said.map(([{ broker }, words]) => [broker, words.replace(/:.*/, '')] as const).toSorted()).toEqual([
      ['127.0.0.1:1', 'Connection error'],
      ['127.0.0.1:2', 'Connection error'],
    ]);
  });
});
