import type { ConsumerTransport, Consuming, Lag } from '@onmaru/messaging';
import { Gauge, type Registry } from 'prom-client';

type Behind = Lag & { readonly group?: string };
type Measured = { readonly consumers: readonly Pick<ConsumerTransport, 'group' | 'lag'>[]; readonly relays: readonly Pick<Consuming, 'lag'>[] };

/** Both gauges ask in one breath; they share the answer. */
const shared = <T>(ask: () => Promise<T>): (() => Promise<T>) => {
  let asked: Promise<T> | undefined;
  return () => (asked ??= ask().finally(() => void (asked = undefined)));
};

/**
 * Gauges of how far consumers and relays are behind, topic by topic, which are read when somebody asks. While what they
 * stand on does not answer they have no value, and the other metrics go on.
 */
export const measureLag = (registry: Registry, { consumers, relays }: Measured): void => {
  const measure = (name: string, what: string, labelNames: readonly ('group' | 'topic')[], ask: () => Promise<readonly Behind[]>): void => {
    const read = shared(() => ask().catch((): readonly Behind[] => []));
    const gauge = (unit: 'events' | 'seconds', help: string): void =>
      void new Gauge({
        name: `${name}_${unit}`,
        help,
        labelNames: [...labelNames],
        registers: [registry],
        async collect() {
          const behind = await read();
          this.reset();
          for (const one of behind) this.set(Object.fromEntries(labelNames.map((label) => [label, one[label] ?? ''])), one[unit]);
        },
      });
    gauge('events', `Events of a topic that ${what} has still to take`);
    gauge('seconds', `For how long the oldest of them has been there, in seconds`);
  };
  measure('onmaru_consumer_lag', 'a group of consumers', ['group', 'topic'], async () =>
    (await Promise.all(consumers.map(async (consumer) => (await consumer.lag()).map((lag) => ({ ...lag, group: consumer.group }))))).flat());
  if (relays.length > 0) measure('onmaru_relay_lag', 'the relay', ['topic'], async () => (await Promise.all(relays.map((relay) => relay.lag()))).flat());
};
