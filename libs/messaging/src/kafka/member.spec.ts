import { silent } from '@onmaru/read-models';
import kafkajs, { type Kafka } from 'kafkajs';
import { joined } from './member.js';

type Listener = (event: { readonly payload: object }) => void;

/** A Kafka whose group cannot be joined at first, so many times. */
const reluctant = (refusals: number) => {
  const seen = { begun: 0, left: 0 };
  const consumer = () => {
    const listeners = new Map<string, Listener>();
    const attempt = (seen.begun += 1);
    return {
      events: { CRASH: 'crash', GROUP_JOIN: 'join' },
      on: (name: string, listener: Listener) => listeners.set(name, listener),
      connect: () => (attempt > refusals ? Promise.resolve() : Promise.reject(new kafkajs.KafkaJSError('The group coordinator is not available'))),
      subscribe: () => Promise.resolve(),
      run: () => Promise.resolve(listeners.get('join')?.({ payload: { memberId: 'me', memberAssignment: {} } })),
      disconnect: () => Promise.resolve((seen.left += 1)),
    };
  };
  return { kafka: { consumer } as unknown as Kafka, seen };
};

const join = (kafka: Kafka) => joined({ kafka, groupId: 'cases', topics: new Map(), concurrency: 1, sessionMs: 10_000, heartbeatMs: 500, take: () => Promise.resolve(), log: silent });

describe('A process that wants to be one of a group', () => {
  it('waits for brokers that have just died, and leaves nothing open of its tries', async () => {
    const { kafka, seen } = reluctant(3);
    const member = await join(kafka);
    expect(seen).toEqual({ begun: 4, left: 3 });
    expect(member.failing()).toBeUndefined();
    await member.stop();
    expect(seen.left).toBe(4);
  });

  it('says why it cannot when they do not come back', async () => {
    const { kafka, seen } = reluctant(1000);
    await expect(join(kafka)).rejects.toThrow('The group coordinator is not available');
    expect(seen.begun).toBe(seen.left);
  });
});
