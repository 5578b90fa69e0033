import { NestFactory } from '@nestjs/core';
import { postgresEventStore } from '@onmaru/event-sourcing/postgres';
import { hostService } from '@onmaru/hosting';
import { IDENTITY, IdentityModule, Onboarding, pgKeys } from '@onmaru/identity/identity.module';
import { systemClock } from '@onmaru/time/system-clock';
import type { Logger } from 'pino';

/** Lets `work` see to it that tenants and people are there, whoever else runs identity at the same time. `url` is where identity's role signs in. */
export const onboarded = async <T>(url: string, logger: Logger, work: (onboarding: Onboarding) => Promise<T>): Promise<T> => {
  const types = IDENTITY.aggregates.map(({ events }) => events);
  const rawLog = await postgresEventStore({ connection: url, writers: 1, readers: 2 });
  const hosted = await hostService({ url, rawLog, service: IDENTITY, types, keysFrom: ({ pool }) => pgKeys(pool), logger });
  const { log, pool, keys, runner: views } = hosted;
  const app = await NestFactory.createApplicationContext(await IdentityModule.with({ log, pool, keys, views, clock: systemClock }), { logger: false, abortOnError: false });
  try {
    return await work(app.get(Onboarding));
  } finally {
    await app.close();
    await hosted.close();
  }
};
