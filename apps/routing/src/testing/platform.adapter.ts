import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { Actor } from '@onmaru/event-sourcing';
import { migrateLog, postgresEventStore } from '@onmaru/event-sourcing/postgres';
import { ensureRole, testDatabase } from '@onmaru/local-postgres';
import { connectConsumer, ConsumerTransport, inMemoryBus, postgresDeadLetters } from '@onmaru/messaging';
import { viewRunner } from '@onmaru/read-models';
import { AccessGuard, httpApp, logger, openServiceTables, TOKEN_VERIFIER, type Caller, type Role, type TokenVerifier } from '@onmaru/service-kit';
import { systemClock } from '@onmaru/time/system-clock';
import pg from 'pg';
import { Registry } from 'prom-client';
import { ROUTING, RoutingModule } from '../routing.module.js';

const ROLE = 'onmaru_routing';

/** Takes `<role>:<tenant>:<id>` for a token. */
const trusting: TokenVerifier = {
  verify(token) {
    const [role, tenant, id] = token.split(':');
    if (!role || !tenant || !id) return Promise.resolve(null);
    const actor: Actor = { kind: role === 'customer' ? 'customer' : 'staff', id };
    return Promise.resolve({ tenant, actor, role: role as Role } satisfies Caller);
  },
};

@Module({})
class Hosting {
  static of(routing: DynamicModule): DynamicModule {
    const providers = [{ provide: APP_GUARD, useClass: AccessGuard }, { provide: TOKEN_VERIFIER, useValue: trusting }];
    return { module: Hosting, imports: [routing], providers };
  }
}

/** Routing alone, as a platform would host it, on a database and a bus of its own. For specs. */
export const platform = async () => {
  const database = await testDatabase();
  const url = await ensureRole(database.url, ROLE);
  const admin = new pg.Client(database.url);
  await admin.connect();
  await admin.query(`CREATE SCHEMA routing AUTHORIZATION ${ROLE}`);
  await admin.end();
  await migrateLog(database.url, { [ROLE]: ROUTING.aggregates.map(({ category }) => category) });
  const kept = logger('silent');
  const { pool, close } = await openServiceTables({ url, service: ROUTING, logger: kept });
  const log = await postgresEventStore({ connection: url });
  const views = viewRunner({ store: log, pool, schema: 'routing', views: ROUTING.views });
  await views.start();
  const bus = inMemoryBus({ shuffle: { seed: 7 } });
  const news = new ConsumerTransport({ group: ROUTING.name, ...ROUTING.listens, bus, deadLetters: postgresDeadLetters(pool, 'routing') });
  const module = Hosting.of(RoutingModule.with({ log, pool, views, news, clock: systemClock, trouble: kept }));
  const app = await httpApp({ module, problems: ROUTING.problems, logger: kept, registry: new Registry() });
  connectConsumer(app, news);
  await app.startAllMicroservices();
  await app.init();
  await app.getHttpAdapter().getInstance().ready();

  const call = async (method: 'GET' | 'POST', path: string, token: string, payload?: object, headers: Readonly<Record<string, string>> = {}) => {
    const reply = await app.inject({ method, url: `/api/v1/${path}`, headers: { authorization: `Bearer ${token}`, ...headers }, ...(payload && { payload }) });
    return { status: reply.statusCode, body: reply.json<Record<string, unknown>>(), headers: reply.headers };
  };
  return {
    call,
    bus,
    news,
    log,
    views,
    async close() {
      await app.close();
      await views.stop();
      await log.close();
      await close();
      await database.drop();
    },
  };
};

export type Platform = Awaited<ReturnType<typeof platform>>;
