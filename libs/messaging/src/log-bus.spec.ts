import { inMemoryEventStore } from '@onmaru/event-sourcing/in-memory';
import { systemClock } from '@onmaru/time/system-clock';
import { inMemoryCheckpoints } from './checkpoints.js';
import { logBus } from './log-bus.js';
import type { Message } from './message.js';
import { mended, shopEvent, shopPublications } from './testing/shop.js';
import { witness } from './contract/bus-bench.js';

describe('The log as a bus', () => {
  const store = inMemoryEventStore({ clock: systemClock });
  const checkpoints = inMemoryCheckpoints();
  const bus = logBus({ store, publications: shopPublications, checkpoints });
  const append = async (type: string) => {
    const appended = await store.append({ tenant: 'demo', stream: 'order-1', expected: 'any', events: [shopEvent(type, { n: 1 })] });
    return 'position' in appended ? appended.position : 0;
  };
  afterEach(() => mended.clear());

  it('keeps to itself what its context does not publish, and moves on', async () => {
    const group = await witness(bus, { group: 'a' });
    const position = await append('shop.OrderCounted.v1');
    expect(await group.waitFor(position, 1000)).toBe(true);
    expect(group.taken).toEqual([]);
    await group.stop();
  });

  it('hands over what could not be made a message, with the reason, and goes on', async () => {
    const lost: { message: Message; reason: unknown }[] = [];
    const undeliverable = (message: Message, reason: unknown) => {
      lost.push({ message, reason });
      return Promise.resolve();
    };
    await append('shop.OrderBroken.v1');
    const position = await append('shop.OrderPlaced.v1');
    const group = await witness(bus, { group: 'b', undeliverable });
    expect(await group.waitFor(position, 1000)).toBe(true);
    expect(lost).toMatchObject([{ message: { type: 'shop.OrderBroken.v1', key: 'order-1', topic: 'shop.order' }, reason: new Error('nobody has thought of shop.OrderBroken.v1') }]);
    expect(group.story()).toEqual(['order-1:1']);
    await group.stop();

    const broken = lost[0]!.message;
    await expect(bus.remake(broken)).rejects.toThrow('nobody has thought of');
    mended.add('shop.OrderBroken.v1');
    expect(await bus.remake(broken)).toEqual({ ...broken, type: 'shop.order-placed.v1' });
  });

  it('does not begin with a topic that nobody publishes', () => {
    expect(() => bus.subscribe({ group: 'c', topics: ['shop.ordre'], deliver: () => Promise.resolve(), undeliverable: () => Promise.resolve() })).toThrow(
      'nobody publishes the topic shop.ordre',
    );
  });

  it('does not begin with a checkpoint of another log', async () => {
    await checkpoints.move('d', 0, 900);
    await expect(witness(bus, { group: 'd' })).rejects.toThrow(/has taken position 900, but the log ends at/);
  });
});
