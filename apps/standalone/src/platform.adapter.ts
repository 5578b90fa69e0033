import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { cachedKeys, withheld, type Keys, type Position } from '@onmaru/event-sourcing';
import { timeCopy } from '@onmaru/event-sourcing/postgres';
import { connectConsumer, type ConsumerTransport } from '@onmaru/messaging';
import { httpApp, type Service, type ServiceTables } from '@onmaru/service-kit';
import { systemClock } from '@onmaru/time/system-clock';
import type { Logger } from 'pino';
import { CASES, CasesModule } from '@onmaru/cases/cases.module';
import { GATEWAY_PROBLEMS, GatewayModule, serveApiDescription, serveWebApps, type Readiness } from '@onmaru/gateway/gateway.module';
import { IDENTITY, IdentityModule, pgKeys } from '@onmaru/identity/identity.module';
import { ROUTING, RoutingModule } from '@onmaru/routing/routing.module';
import { Registry } from 'prom-client';
import { openDatabase } from './database.adapter.js';
import { deadLettersOf, newsFor, type Carrying } from './news.adapter.js';
import { hostService, type HostedService } from './services.adapter.js';
import { StandaloneModule } from './standalone.module.js';

/** Everything in one process, serving on loopback. */
export type Platform = {
  readonly app: NestFastifyApplication;
  readonly url: string;
  /** Says that what had to be done before the first visitor is done: ready is the platform once its views have seen it. */
  open(): Promise<void>;
  close(): Promise<void>;
};

const SERVICES: readonly Service[] = [IDENTITY, CASES, ROUTING];
const ALL_TYPES = SERVICES.flatMap(({ aggregates }) => aggregates.map(({ events }) => events));

export type PlatformOptions = { readonly data: string; readonly port: number; readonly consoleFolder: string; readonly logger: Logger } & Pick<Carrying, 'shuffle'>;

export const startPlatform = async ({ data, port, consoleFolder, logger, shuffle }: PlatformOptions): Promise<Platform> => {
  const closing: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    const database = await openDatabase(data, SERVICES);
    closing.push(() => database.stop());
    const hosted = async <OwnKeys extends Keys>(service: Service, keysFrom: (tables: ServiceTables) => OwnKeys): Promise<HostedService<OwnKeys>> => {
      const opened = await hostService(database, service, ALL_TYPES, keysFrom, logger);
      closing.push(() => opened.close());
      return opened;
    };
    const identity = await hosted(IDENTITY, ({ pool }) => pgKeys(pool));
    const keys = cachedKeys(identity.keys, systemClock);
    const cases = await hosted(CASES, () => keys);
    const routing = await hosted(ROUTING, () => keys);
    const services = [identity, cases, routing];
    const carrying: Carrying = { publications: SERVICES.flatMap(({ publications }) => publications), ...(shuffle && { shuffle }) };
    const portsOf = ({ log, pool, source, runner }: HostedService, news: ConsumerTransport) => ({ log, pool, source, views: runner, news, keys, clock: systemClock, trouble: logger });
    const [identityNews, casesNews, routingNews] = [newsFor(identity, carrying, logger), newsFor(cases, carrying, logger), newsFor(routing, carrying, logger)];
    const consumers = [identityNews, casesNews, routingNews];
    const registry = new Registry();
    const problems = { ...IDENTITY.problems, ...CASES.problems, ...ROUTING.problems, ...GATEWAY_PROBLEMS };
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
        await IdentityModule.with({ ...portsOf(identity, identityNews), keys: identity.keys }),
        CasesModule.with(portsOf(cases, casesNews)),
        RoutingModule.with(portsOf(routing, routingNews)),
        GatewayModule.with({ logs: { opened: cases.log, withheld: withheld(cases.rawLog) }, readiness, registry, problems, operations }),
      ]),
      problems,
      logger,
      registry,
    });
    closing.push(() => app.close());
    for (const consumer of consumers) connectConsumer(app, consumer);
    await app.startAllMicroservices();
    await serveWebApps(app, consoleFolder);
    serveApiDescription(app);
    await app.listen(port, '127.0.0.1');
    const address = app.getHttpServer().address() as AddressInfo;
    return { app, url: `http://127.0.0.1:${address.port}`, open, close };
  } catch (error) {
    await close();
    throw error;
  }
};
