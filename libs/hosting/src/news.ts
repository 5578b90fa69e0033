import { ConsumerTransport, postgresDeadLetters, type Bus } from '@onmaru/messaging';
import type { Logger } from 'pino';
import type { HostedService } from './host-service.js';

/** Brings a service what `bus` carries of the others. */
export const newsFor = ({ service, pool, schema, tracing }: HostedService, bus: Bus, log: Logger): ConsumerTransport =>
  new ConsumerTransport({ group: service.name, ...service.listens, bus, deadLetters: postgresDeadLetters(pool, schema), log, tracing });

/** Consumers as loops that have to go on turning. */
export const loopsOf = (consumers: readonly ConsumerTransport[]): ReadonlyMap<string, ConsumerTransport> => new Map(consumers.map((consumer) => [`the consumers of ${consumer.group}`, consumer]));

/** Everything that consumers gave up on. */
export const deadLettersOf = async (consumers: readonly ConsumerTransport[]) => {
  const letters = await Promise.all(consumers.map((consumer) => consumer.deadLetters()));
  return letters.flat().map(({ message: { id, tenant }, reason }) => ({ id, tenant, reason }));
};
