import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { cachedKeys, withheld, type EventTypes, type Position } from '@onmaru/event-sourcing';
import { connectConsumer } from '@onmaru/messaging';
import { httpApp, Registry } from '@onmaru/service-kit';
import { systemClock } from '@onmaru/time/system-clock';
import type { Logger } from 'pino';
import { CASES_ENTITIES, CASES_MIGRATIONS, CASES_NEWS, CASES_PROBLEMS, CASES_STREAMS, caseEvents, casePolicyEvents, CasesModule, casesPublications, caseViews } from '@onmaru/cases/cases.module';
import { GATEWAY_PROBLEMS, GatewayModule, serveApiDescription, serveWebApps, type Readiness } from '@onmaru/gateway/gateway.module';
import { IDENTITY_ENTITIES, IDENTITY_MIGRATIONS, IDENTITY_NEWS, IDENTITY_PROBLEMS, IDENTITY_STREAMS, identityEvents, IdentityModule, identityPublications, identityViews, pgKeys } from '@onmaru/identity/identity.module';
import { ROUTING_ENTITIES, ROUTING_MIGRATIONS, ROUTING_NEWS, ROUTING_PROBLEMS, ROUTING_STREAMS, routingEvents, RoutingModule, routingPublications, routingViews } from '@onmaru/routing/routing.module';
import { openDatabase } from './database.adapter.js';
import { deadLettersOf, newsFor, type Carrying } from './news.adapter.js';
import { openService, type Service } from './services.adapter.js';
import { StandaloneModule } from './standalone.module.js';

/** Everything in one process, serving on loopback. */
export type Platform = {
  readonly app: NestFastifyApplication;
  readonly url: string;
  /** Says that what had to be done before the first visitor is done: ready is the platform once its views have seen it. */
  open(): Promise<void>;
  close(): Promise<void>;
};

const ALL_TYPES = [...identityEvents, caseEvents, casePolicyEvents, ...routingEvents] as unknown as readonly EventTypes[];
const OWNERS = [
  { schema: 'identity', streams: IDENTITY_STREAMS },
  { schema: 'cases', streams: CASES_STREAMS },
  { schema: 'routing', streams: ROUTING_STREAMS },
];

export type PlatformOptions = { readonly data: string; readonly port: number; readonly consoleFolder: string; readonly logger: Logger } & Pick<Carrying, 'shuffle'>;

export const startPlatform = async ({ data, port, consoleFolder, logger, shuffle }: PlatformOptions): Promise<Platform> => {
  const closing: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    const database = await openDatabase(data, OWNERS);
    closing.push(() => database.stop());
    const service = async (parts: Parameters<typeof openService>[1], keys: Parameters<typeof openService>[3]): Promise<Service> => {
      const opened = await openService(database, parts, ALL_TYPES, keys, logger);
      closing.push(() => opened.close());
      return opened;
    };
    const identity = await service(
      { schema: 'identity', entities: IDENTITY_ENTITIES, migrations: IDENTITY_MIGRATIONS, views: identityViews },
      ({ pool }) => pgKeys(pool),
    );
    const erasable = pgKeys(identity.pool);
    const keys = cachedKeys(erasable, systemClock);
    const cases = await service({ schema: 'cases', entities: CASES_ENTITIES, migrations: CASES_MIGRATIONS, views: caseViews }, () => keys);
    const routing = await service({ schema: 'routing', entities: ROUTING_ENTITIES, migrations: ROUTING_MIGRATIONS, views: routingViews }, () => keys);
    const services = [identity, cases, routing];
    const carrying: Carrying = { publications: [...identityPublications, ...casesPublications, ...routingPublications], ...(shuffle && { shuffle }) };
    const casesNews = newsFor(cases, CASES_NEWS, carrying, logger);
    const routingNews = newsFor(routing, ROUTING_NEWS, carrying, logger);
    const consumers = [newsFor(identity, IDENTITY_NEWS, carrying, logger), casesNews, routingNews];
    const registry = new Registry();
    const problems = { ...IDENTITY_PROBLEMS, ...CASES_PROBLEMS, ...ROUTING_PROBLEMS, ...GATEWAY_PROBLEMS };
    const operations = { log: cases.log, services, deadLetters: () => deadLettersOf(consumers) };
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
        await IdentityModule.with({ log: identity.log, pool: identity.pool, keys: erasable, views: identity.runner, clock: systemClock }),
        CasesModule.with({ log: cases.log, pool: cases.pool, source: cases.source, views: cases.runner, news: casesNews, keys, clock: systemClock }),
        RoutingModule.with({ log: routing.log, pool: routing.pool, views: routing.runner, news: routingNews, clock: systemClock, trouble: logger }),
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
