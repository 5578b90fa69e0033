import type { EventStore, NewEvent, StoredEvent } from '@onmaru/event-sourcing';
import { v7 as uuid } from 'uuid';
import type { Bus } from '../bus.js';
import type { FedBench } from '../contract/bus-bench.js';
import type { Publication } from '../message.js';

const contracts: Readonly<Record<string, string | null>> = {
  'shop.OrderPlaced.v1': 'shop.order-placed.v1',
  'shop.ParcelSent.v1': 'shop.parcel-sent.v1',
  'shop.OrderCounted.v1': null,
};

/** Events that cannot be published for as long as their type is not in here. */
export const mended = new Set<string>();

const publish = ({ type, data }: StoredEvent) => {
  const contract = contracts[type];
  if (contract === undefined && !mended.has(type)) throw new Error(`nobody has thought of ${type}`);
  return contract === null ? null : { type: contract ?? 'shop.order-placed.v1', data };
};

export const shopPublications: readonly Publication[] = [
  { topic: 'shop.order', category: 'order', publish },
  { topic: 'shop.parcel', category: 'parcel', publish },
];

export const shopEvent = (type: string, data: object, actor: NewEvent['actor'] = { kind: 'system', id: 'spec' }): NewEvent => ({
  id: uuid(),
  type,
  occurredAt: '2026-03-01T09:00:00.000Z',
  data,
  actor,
  commandId: uuid(),
  correlationId: 'correlation',
  causationId: 'cause',
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
});

/** A bench over a log: what is published is appended. */
export const logBench = (store: EventStore, makeBus: () => Bus, close: () => Promise<void>): FedBench => {
  const subscribed: Promise<{ stop(): Promise<void> }>[] = [];
  const watched = (bus: Bus): Bus => ({
    ...bus,
    subscribe(subscription) {
      const consuming = bus.subscribe(subscription);
      subscribed.push(consuming);
      return consuming;
    },
  });
  const happened = async (tenant: string, stream: string, event: NewEvent) => {
    const appended = await store.append({ tenant, stream, expected: 'any', events: [event] });
    if (appended.outcome !== 'appended') throw new Error(appended.outcome);
    return { id: event.id, position: appended.position };
  };
  return {
    bus: watched(makeBus()),
    replica: () => watched(makeBus()),
    publish: (key, n, tenant = 'demo', actor) => happened(tenant, key, shopEvent(key.startsWith('order') ? 'shop.OrderPlaced.v1' : 'shop.ParcelSent.v1', { n }, actor)),
    publishBroken: (key, n) => happened('demo', key, shopEvent('shop.OrderBroken.v1', { n })),
    async close() {
      for (const consuming of await Promise.all(subscribed)) await consuming.stop();
      await close();
    },
  };
};
