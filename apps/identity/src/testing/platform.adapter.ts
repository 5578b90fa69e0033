import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { type EventStore, sealed } from '@onmaru/event-sourcing';
import { migrateLog, postgresEventStore } from '@onmaru/event-sourcing/postgres';
import { ensureRole, testDatabase } from '@onmaru/local-postgres';
import { connectConsumer, ConsumerTransport, logBus, postgresCheckpoints, postgresDeadLetters } from '@onmaru/messaging';
import { viewRunner } from '@onmaru/read-models';
import { AccessGuard, httpApp, logger, openServiceTables } from '@onmaru/service-kit';
import { systemClock } from '@onmaru/time/system-clock';
import pg from 'pg';
import { Registry } from 'prom-client';
import { pgKeys } from '../keys/pg-keys.adapter.js';
import { IDENTITY, IdentityModule, Onboarding, type IdentityPorts } from '../identity.module.js';

const ROLE = 'onmaru_identity';

@Module({})
class Hosting {
  static of(identity: Promise<DynamicModule>): DynamicModule {
    return { module: Hosting, imports: [identity], providers: [{ provide: APP_GUARD, useClass: AccessGuard }] };
  }
}

const onServer = async (url: string, statement: string): Promise<void> => {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(statement);
  await client.end();
};

/** Identity alone, as a platform would host it, on a database of its own. For specs. */
export const platform = async (more: Partial<IdentityPorts> = {}) => {
  const database = await testDatabase();
  const url = await ensureRole(database.url, ROLE);
  await onServer(database.url, `CREATE SCHEMA identity AUTHORIZATION ${ROLE}`);
  await migrateLog(database.url, { [ROLE]: IDENTITY.aggregates.map(({ category }) => category) });
  const lines: string[] = [];
  const kept = logger('debug', { write: (line: string) => void lines.push(line) });
  const { pool, close } = await openServiceTables({ url, service: IDENTITY, connections: 20, logger: kept });
  const raw = await postgresEventStore({ connection: url });
  const keys = pgKeys(pool);
  const log: EventStore = sealed(raw, IDENTITY.aggregates.map(({ events }) => events), keys);
  const views = viewRunner({ store: log, pool, schema: 'identity', views: IDENTITY.views });
  await views.start();
  const ports = { log, pool, keys, views, clock: systemClock, ...more };
  const module = Hosting.of(IdentityModule.with(ports));
  const app = await httpApp({ module, problems: IDENTITY.problems, logger: kept, registry: new Registry() });
  const bus = logBus({ store: raw, publications: IDENTITY.publications, checkpoints: postgresCheckpoints(pool, 'identity'), shuffle: { seed: 7 } });
  const news = new ConsumerTransport({ group: IDENTITY.name, ...IDENTITY.listens, bus, deadLetters: postgresDeadLetters(pool, 'identity') });
  connectConsumer(app, news);
  await app.startAllMicroservices();
  await app.init();
  await app.getHttpAdapter().getInstance().ready();

  return {
    app,
    raw,
    log,
    pool,
    keys,
    views,
    lines,
    news,
    onboarding: app.get(Onboarding),
    async close() {
      await app.close();
      await views.stop();
      await raw.close();
      await close();
      await database.drop();
    },
  };
};

export type Platform = Awaited<ReturnType<typeof platform>>;
