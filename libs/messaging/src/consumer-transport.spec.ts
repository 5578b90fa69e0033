import { setTimeout as sleep } from 'node:timers/promises';
import type { ConsumerOptions } from './consumer-transport.js';
import { consumers, type Consumers } from './testing/consumers.js';

describe('Consumers', () => {
  let shop: Consumers;
  const begin = async (options: Partial<ConsumerOptions> = {}) => {
    shop = await consumers(options);
    await shop.app.startAllMicroservices();
    return shop;
  };
  afterEach(() => shop.app.close());

  it('are ordinary handlers, every one of a type called once, those of other groups not at all', async () => {
    const { publish, transport, diary } = await begin();
    const { position } = publish(1);
    expect(await transport.waitFor(position, 2000)).toBe(true);
    expect(diary.taken.sort()).toEqual(['also order-1:1', 'placed order-1:1']);
  });

  it('share their modules with the application, which starts them once', async () => {
    const { app, diary } = await begin();
    await app.init();
    expect(diary.starts).toBe(1);
  });

  it('leave alone what they ignore, and make progress past it', async () => {
    const { publish, transport, diary } = await begin();
    const { position } = publish(1, 'order-1', 'shop.order-sent.v1');
    expect(await transport.waitFor(position, 2000)).toBe(true);
    expect([diary.taken, await transport.deadLetters()]).toEqual([[], []]);
  });

  it('are told one message of a key after the other, in order', async () => {
    const { publish, transport, diary } = await begin();
    diary.trouble = ({ data }) => sleep((data.n * 3) % 5);
    let last = 0;
    for (let n = 0; n < 20; n += 1) last = publish(n, `order-${n % 2}`).position;
    await transport.waitFor(last, 5000);
    const placed = diary.taken.filter((one) => one.startsWith('placed order-0'));
    expect(placed).toEqual(Array.from({ length: 10 }, (_, n) => `placed order-0:${2 * n}`));
  });

  it('keep as a dead letter what nobody told them of', async () => {
    const { publish, transport } = await begin();
    const { position } = publish(1, 'order-1', 'shop.order-lost.v1');
    await transport.waitFor(position, 2000);
    expect(await transport.deadLetters()).toMatchObject([{ reason: 'books has no handler for shop.order-lost.v1', attempts: 1 }]);
  });

  it('do not start while a type of their topics is forgotten, and name it', async () => {
    await expect(begin({ ignores: [] })).rejects.toThrow('Consumers of books: shop.order-sent.v1 is neither handled nor ignored');
  });

  it('finish what they have begun when the application closes, and begin nothing more', async () => {
    const { app, publish, diary } = await begin();
    diary.trouble = () => sleep(50);
    publish(1);
    publish(2);
    await sleep(20);
    await app.close();
    expect(diary.taken.sort()).toEqual(['also order-1:1', 'placed order-1:1']);
  });
});
