import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { cachedKeys, withheld, type Keys, type Position } from '@onmaru/event-sourcing';
import { timeCopy } from '@onmaru/event-sourcing/postgres';
import { deadLettersOf, HOST_PROBLEMS, HostModule, hostService, loopsOf, measureLag, newsFor, serveApiDescription, servicePorts, type HostedService, type Readiness } from '@onmaru/hosting';
import { connectConsumer, logBus, postgresCheckpoints, type LogBusOptions } from '@onmaru/messaging';
import { httpApp, type Service, type ServiceTables } from '@onmaru/service-kit';
import { systemClock } from '@onmaru/time/system-clock';
import type { Tracing } from '@onmaru/tracing';
import type { Logger } from 'pino';
import { CASES, CasesModule } from '@onmaru/cases/cases.module';
import { GatewayModule, serveWebApps } from '@onmaru/gateway/gateway.module';
import { IDENTITY, IdentityModule, pgKeys } from '@onmaru/identity/identity.module';
import { ROUTING, RoutingModule } from '@onmaru/routing/routing.module';
import { Registry } from 'prom-client';
import { SERVICES } from '@onmaru/setup/setup.module';
import { openDatabase } from './database.adapter.js';
import { StandaloneModule } from './standalone.module.js';

/** Everything in one process, serving on loopback. */
export type Platform = {
  readonly app: NestFastifyApplication;
  readonly url: string;
  /** Says that what had to be done before the first visitor is done: ready is the platform once its views have seen it. */
  open(): Promise<void>;
  close(): Promise<void>;
};

const ALL_TYPES = SERVICES.flatMap(({ aggregates }) => aggregates.map(({ events }) => events));

export type PlatformOptions = { readonly data: string; readonly port: number; readonly consoleFolder: string; readonly logger: Logger; readonly tracing?: Tracing | undefined } & Pick<LogBusOptions, 'shuffle'>;

export const startPlatform = async ({ data, port, consoleFolder, logger, tracing, shuffle }: PlatformOptions): Promise<Platform> => {
  const held = new AsyncDisposableStack();
  try {
    const database = held.adopt(await openDatabase(data, logger), (opened) => opened.stop());
    const hosted = async <OwnKeys extends Keys>(service: Service, keysFrom: (tables: ServiceTables) => OwnKeys): Promise<HostedService<OwnKeys>> => {
      const url = database.url(service.name);
      return held.adopt(await hostService({ url, rawLog: await database.openLog(service.name), service, types: ALL_TYPES, keysFrom, logger, tracing }), (opened) => opened.close());
    };
    const identity = await hosted(IDENTITY, ({ pool }) => pgKeys(pool));
    const keys = cachedKeys(identity.keys, systemClock);
    const cases = await hosted(CASES, () => keys);
    const routing = await hosted(ROUTING, () => keys);
    const services = [identity, cases, routing];
    const publications = SERVICES.flatMap((service) => service.publications);
    // In one process the log itself carries what services tell each other.
    const listening = (one: HostedService) =>
      newsFor(one, logBus({ store: one.rawLog, publications, checkpoints: postgresCheckpoints(one.pool, one.schema), ...(shuffle && { shuffle }) }), logger);
    const [identityNews, casesNews, routingNews] = [listening(identity), listening(cases), listening(routing)];
    const consumers = [identityNews, casesNews, routingNews];
    const registry = new Registry();
    measureLag(registry, { consumers, relays: [] });
    const problems = { ...IDENTITY.problems, ...CASES.problems, ...ROUTING.problems, ...HOST_PROBLEMS };
    const operations = {
      log: cases.log,
      services,
      deadLetters: () => deadLettersOf(consumers),
      timeCopy: (after: Position, upTo: Position) => timeCopy(database.url(cases.schema), cases.schema, after, upTo),
    };
    let goal: Position | null = null;
    const readiness: Readiness = {
      waitingFor: async () => {
        if (goal === null) return ['what comes before the first visitor'];
        const least = goal;
        return services.filter(({ runner }) => runner.reached() < least).map(({ schema }) => `the views of ${schema}`);
      },
    };
    const open = async (): Promise<void> => {
      goal = await cases.rawLog.head();
    };
    const app = await httpApp({
      module: StandaloneModule.of([
        await IdentityModule.with(servicePorts(identity, identityNews, logger)),
        CasesModule.with(servicePorts(cases, casesNews, logger)),
        RoutingModule.with(servicePorts(routing, routingNews, logger)),
        HostModule.with({ readiness, loops: loopsOf(consumers), registry, problems, operations }),
        GatewayModule.with({ opened: cases.log, withheld: withheld(cases.rawLog) }),
      ]),
      problems,
      logger,
      registry,
      tracing,
    });
    held.defer(() => app.close());
    for (const consumer of consumers) connectConsumer(app, consumer);
    await app.startAllMicroservices();
    await serveWebApps(app, consoleFolder);
    serveApiDescription(app);
    await app.listen(port, '127.0.0.1');
    const address = app.getHttpServer().address() as AddressInfo;
    return { app, url: `http://127.0.0.1:${address.port}`, open, close: () => held.disposeAsync() };
  } catch (error) {
    await held.disposeAsync();
    throw error;
  }
};
