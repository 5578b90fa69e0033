import { setTimeout } from 'node:timers/promises';
import { interleaved, linesOf } from './interleaved.adapter.js';

const told = async <T>(source: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const one of source) all.push(one);
  return all;
};
async function* slowly<T>(pace: number, ...values: T[]): AsyncGenerator<T, void> {
  for (const value of values) {
    await setTimeout(pace);
    yield value;
  }
}

describe('Lines of several services', () => {
  it('are whole, wherever they were cut on their way', async () => {
    const bytes = Buffer.from('{"view":"사건"}\n\n{"rows":1}\n{"last":true}');
    expect(await told(linesOf(slowly(0, ...Array.from(bytes, (byte) => Uint8Array.of(byte)))))).toEqual(['{"view":"사건"}', '{"rows":1}', '{"last":true}']);
  });

  it('come as they come, of each service in its order', async () => {
    const all = await told(interleaved([slowly(40, 'a1', 'a2'), slowly(5, 'b1', 'b2', 'b3'), slowly(0)]));
    expect(all).toEqual(['b1', 'b2', 'b3', 'a1', 'a2']);
  });

  it('end, and are asked for no more, when who reads them goes away', async () => {
    let ended = 0;
    async function* endless(): AsyncGenerator<number, void> {
      try {
        for (;;) {
          await setTimeout(1);
          yield 1;
        }
      } finally {
        ended += 1;
      }
    }
    for await (const one of interleaved([endless(), endless()])) if (one) break;
    expect(ended).toBe(2);
  });
});
