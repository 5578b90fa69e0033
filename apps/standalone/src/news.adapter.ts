import { ConsumerTransport, logBus, postgresCheckpoints, postgresDeadLetters, type Publication } from '@onmaru/messaging';
import type { Logger } from 'pino';
import type { HostedService } from './services.adapter.js';

/** What there is to hear, and whether it comes in disorder and more than once, as tests want it. */
export type Carrying = { readonly publications: readonly Publication[]; readonly shuffle?: { readonly seed: number } };

/** Brings a service what the others publish: in one process the log itself carries it. */
export const newsFor = ({ service, rawLog, pool, schema }: HostedService, { publications, shuffle }: Carrying, log: Logger): ConsumerTransport => {
  const bus = logBus({ store: rawLog, publications, checkpoints: postgresCheckpoints(pool, schema), ...(shuffle && { shuffle }) });
  return new ConsumerTransport({ group: service.name, ...service.listens, bus, deadLetters: postgresDeadLetters(pool, schema), log });
};

/** Everything that consumers gave up on. */
export const deadLettersOf = async (consumers: readonly ConsumerTransport[]) => {
  const letters = await Promise.all(consumers.map((consumer) => consumer.deadLetters()));
  return letters.flat().map(({ message: { id, tenant }, reason }) => ({ id, tenant, reason }));
};
