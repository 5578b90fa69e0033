import { ConsumerTransport, logBus, postgresCheckpoints, postgresDeadLetters, type Publication, type Topic } from '@onmaru/messaging';
import type { Logger } from 'pino';
import type { Service } from './services.adapter.js';

/** What a service listens to, and what of that it leaves alone. */
export type News = { readonly group: string; readonly topics: readonly Topic[]; readonly ignores: readonly string[] };

/** What there is to hear, and whether it comes in disorder and more than once, as tests want it. */
export type Carrying = { readonly publications: readonly Publication[]; readonly shuffle?: { readonly seed: number } };

/** Brings a service what the others publish: in one process the log itself carries it. */
export const newsFor = ({ rawLog, pool, schema }: Service, news: News, { publications, shuffle }: Carrying, log: Logger): ConsumerTransport => {
  const bus = logBus({ store: rawLog, publications, checkpoints: postgresCheckpoints(pool, schema), ...(shuffle && { shuffle }) });
  return new ConsumerTransport({ ...news, bus, deadLetters: postgresDeadLetters(pool, schema), log });
};

/** Everything that consumers gave up on. */
export const deadLettersOf = async (consumers: readonly ConsumerTransport[]) => {
  const letters = await Promise.all(consumers.map((consumer) => consumer.deadLetters()));
  return letters.flat().map(({ message: { id, tenant }, reason }) => ({ id, tenant, reason }));
};
