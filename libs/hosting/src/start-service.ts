import type { AddressInfo } from 'node:net';
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { cachedKeys, type Keys } from '@onmaru/event-sourcing';
import { postgresEventStore, timeCopy } from '@onmaru/event-sourcing/postgres';
import { connectConsumer } from '@onmaru/messaging';
import { AccessGuard, httpApp, TOKEN_VERIFIER, type Service, type ServicePorts, type ServiceTables } from '@onmaru/service-kit';
import { systemClock } from '@onmaru/time/system-clock';
import type { Tracing } from '@onmaru/tracing';
import type { Logger } from 'pino';
import { Registry } from 'prom-client';
import { serveApiDescription } from './api-description/api-description.adapter.js';
import { HOST_PROBLEMS, HostModule } from './host.module.js';
import { hostService } from './host-service.js';
import type { IdentityDoor } from './identity-door.js';
import { keysByIdentity } from './keys-by-identity.js';
import { carry } from './carry.js';
import type { Loop } from './health/liveness.js';
import { serviceReadiness } from './health/service-readiness.js';
import { deadLettersOf, loopsOf, newsFor } from './news.js';
import { measureLag } from './operations/measure-lag.adapter.js';
import type { Running } from './run-program.js';
import type { ServiceConfig } from './service.config.js';
import { servicePorts } from './service-ports.js';
import { tokensByIdentity } from './tokens-by-identity.js';

/** A service as a program of its own. */
export type ServiceProgram<OwnKeys extends Keys = Keys> = {
  readonly service: Service;
  /** Its module; `config` says what its doors are to be. */
  readonly module: (ports: ServicePorts & { readonly keys: OwnKeys }, config: ServiceConfig) => DynamicModule | Promise<DynamicModule>;
  /** Identity's own keys. Every other service asks identity for them, and who calls. */
  readonly keys?: (tables: ServiceTables) => OwnKeys;
};

/** A service at work. */
export type RunningService = Running & { readonly url: string };

@Module({})
class ServiceModule {
  static of(imports: readonly DynamicModule[], door: IdentityDoor | null): DynamicModule {
    const tokens = door && { provide: TOKEN_VERIFIER, useValue: tokensByIdentity(door) };
    return { module: ServiceModule, imports: [...imports], providers: [{ provide: APP_GUARD, useClass: AccessGuard }, ...(tokens ? [tokens] : [])] };
  }
}

/** Starts a service: its tables migrated, its views following the log, its consumers listening, and its doors open. */
export const startService = async <OwnKeys extends Keys>(program: ServiceProgram<OwnKeys>, config: ServiceConfig, logger: Logger, tracing?: Tracing): Promise<RunningService> => {
  const { service } = program;
  const held = new AsyncDisposableStack();
  const leaving = new AbortController();
  let hearsNews = false;
  try {
    const door = program.keys ? null : { url: config.identity, serviceKey: config.serviceKey };
    const rawLog = await postgresEventStore({ connection: config.log });
    const opened = await hostService({
      url: config.database,
      rawLog,
      service,
      types: service.aggregates.map(({ events }) => events),
      keysFrom: program.keys ?? (() => cachedKeys(keysByIdentity(door as IdentityDoor), systemClock) as OwnKeys),
      logger,
      tracing,
    });
    const hosted = held.adopt(opened, (service) => service.close());
    const carried = held.adopt(await carry(hosted, config, logger), ({ close }) => close());
    const news = newsFor(hosted, carried.bus, logger);
    const loops = new Map<string, Loop>([...loopsOf([news]), ...carried.relays]);
    const registry = new Registry();
    measureLag(registry, { consumers: [news], relays: [...carried.relays.values()] });
    const problems = { ...service.problems, ...HOST_PROBLEMS };
    const app = await httpApp({
      module: ServiceModule.of(
        [
          await program.module(servicePorts(hosted, news, logger), config),
          HostModule.with({
            readiness: serviceReadiness({ hosted, goal: await rawLog.head(), hearsNews: () => hearsNews, loops, leaving: leaving.signal }),
            loops,
            registry,
            problems,
            operations: {
              log: hosted.log,
              services: [hosted],
              deadLetters: () => deadLettersOf([news]),
              timeCopy: (after, upTo) => timeCopy(config.log, service.name, after, upTo),
            },
          }),
        ],
        door,
      ),
      problems,
      logger,
      registry,
      gateways: 1,
      tracing,
      leaving: leaving.signal,
    });
    held.defer(() => app.close());
    connectConsumer(app, news);
    serveApiDescription(app);
    await app.listen(config.port, config.host);
    // Kafka misses one that was killed for some seconds, in which nobody else gets its place. Its doors need none.
    await app.startAllMicroservices();
    hearsNews = true;
    const { port } = app.getHttpServer().address() as AddressInfo;
    return { url: `http://${config.host}:${port}`, leave: () => leaving.abort(), close: () => held.disposeAsync() };
  } catch (error) {
    await held.disposeAsync();
    throw error;
  }
};
