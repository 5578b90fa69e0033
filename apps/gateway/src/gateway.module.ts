import { Module, type DynamicModule } from '@nestjs/common';
import type { ProblemTexts } from '@onmaru/service-kit';
import { Registry } from 'prom-client';
import { EventFeed, type FeedPorts } from './events/event-feed.adapter.js';
import { EventsHttp } from './events/events.http.js';
import { HealthHttp, READINESS, type Readiness } from './health/health.http.js';
import { OPERATIONS_PROBLEMS } from './operations/operations-problems.http.js';
import type { OperationsPorts } from './operations/operations-ports.adapter.js';
import { OperationsModule } from './operations/operations.module.js';
import { PROBLEM_TEXTS, ProblemsHttp } from './problems/problems.http.js';

export { serveApiDescription } from './api-description/api-description.adapter.js';
export { serveWebApps } from './web/web-apps.adapter.js';
export type { Readiness } from './health/health.http.js';
export const GATEWAY_PROBLEMS = OPERATIONS_PROBLEMS;

export type GatewayPorts = {
  readonly logs: FeedPorts;
  readonly readiness: Readiness;
  readonly registry: Registry;
  /** What the services hosted here can answer with. */
  readonly problems: ProblemTexts;
  /** Only where the services are hosted in this process too: elsewhere nobody can look into their views from here. */
  readonly operations?: OperationsPorts;
};

/** The edge: the event stream, health, the web apps, and what those who run the platform need. */
@Module({})
export class GatewayModule {
  static with({ logs, readiness, registry, problems, operations }: GatewayPorts): DynamicModule {
    return {
      module: GatewayModule,
      imports: operations ? [OperationsModule.with(operations, registry)] : [],
      controllers: [EventsHttp, HealthHttp, ProblemsHttp],
      providers: [
        { provide: EventFeed, useValue: new EventFeed(logs) },
        { provide: READINESS, useValue: readiness },
        { provide: PROBLEM_TEXTS, useValue: problems },
        { provide: Registry, useValue: registry },
      ],
    };
  }
}
