import { NestFactory } from '@nestjs/core';
import { hostService } from '@onmaru/hosting';
import { IDENTITY, IdentityModule, Onboarding, pgKeys } from '@onmaru/identity/identity.module';
import { systemClock } from '@onmaru/time/system-clock';
import type { Logger } from 'pino';
import type { Database } from '../database.adapter.js';

/** Lets `work` see to it that tenants and people are there, whoever else runs identity at the same time. */
export const onboarded = async <T>(database: Database, logger: Logger, work: (onboarding: Onboarding) => Promise<T>): Promise<T> => {
  const { name, aggregates } = IDENTITY;
  const types = aggregates.map(({ events }) => events);
  const hosted = await hostService({ url: database.url(name), rawLog: await database.openLog(name), service: IDENTITY, types, keysFrom: ({ pool }) => pgKeys(pool), logger });
  const { log, pool, keys, runner: views } = hosted;
  const app = await NestFactory.createApplicationContext(await IdentityModule.with({ log, pool, keys, views, clock: systemClock }), { logger: false, abortOnError: false });
  try {
    return await work(app.get(Onboarding));
  } finally {
    await app.close();
    await hosted.close();
  }
};
