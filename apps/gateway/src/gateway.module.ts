import { Module, type DynamicModule } from '@nestjs/common';
import { Registry } from '@onmaru/service-kit';
import { EventFeed, type FeedPorts } from './events/event-feed.adapter.js';
import { EventsHttp } from './events/events.http.js';
import { HealthHttp, READINESS, type Readiness } from './health/health.http.js';

export { serveWebApps } from './web/web-apps.adapter.js';
export type { Readiness } from './health/health.http.js';

export type GatewayPorts = { readonly logs: FeedPorts; readonly readiness: Readiness; readonly registry: Registry };

/** The edge: the event stream, health, and the web apps. */
@Module({})
export class GatewayModule {
  static with({ logs, readiness, registry }: GatewayPorts): DynamicModule {
    return {
      module: GatewayModule,
      controllers: [EventsHttp, HealthHttp],
      providers: [
        { provide: EventFeed, useValue: new EventFeed(logs) },
        { provide: READINESS, useValue: readiness },
        { provide: Registry, useValue: registry },
      ],
    };
  }
}
