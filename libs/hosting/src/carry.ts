import { postgresCheckpoints, RELAYS, type Bus, type Consuming } from '@onmaru/messaging';
import { kafkaBus, kafkaRelay } from '@onmaru/messaging/kafka';
import pg from 'pg';
import type { Logger } from 'pino';
import type { HostedService } from './host-service.js';
import type { ServiceConfig } from './service.config.js';

/** What carries the news between services, and this service's own to the others. */
export type Carried = { readonly bus: Bus; readonly relays: ReadonlyMap<string, Consuming>; close(): Promise<void> };

/** Tells Kafka what the service publishes, and brings it what others do. Relays note how far they have got beside the log, where all can see it. */
export const carry = async ({ service, rawLog, tracing }: HostedService, { log, brokers, prefix }: ServiceConfig, logger: Logger): Promise<Carried> => {
  const held = new AsyncDisposableStack();
  const pool = held.adopt(new pg.Pool({ connectionString: log, max: 4 }), (opened) => opened.end());
  pool.on('error', (error) => logger.warn({ err: error }, 'a database connection was lost'));
  const { publications } = service;
  const place = { store: rawLog, publications, checkpoints: postgresCheckpoints(pool, RELAYS), brokers, prefix, log: logger, tracing };
  try {
    const relays = new Map<string, Consuming>();
    for (const topic of new Set(publications.map((publication) => publication.topic))) relays.set(`the relay of ${topic}`, held.adopt(await kafkaRelay({ ...place, topic }), (relay) => relay.stop()));
    return { bus: kafkaBus(place), relays, close: () => held.disposeAsync() };
  } catch (error) {
    await held.disposeAsync();
    throw error;
  }
};
