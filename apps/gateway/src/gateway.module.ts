import { Module, type DynamicModule } from '@nestjs/common';
import { EventFeed, type FeedPorts } from './events/event-feed.adapter.js';
import { EventsHttp } from './events/events.http.js';

export { serveWebApps } from './web/web-apps.adapter.js';

/** The edge: the event stream and the web apps. */
@Module({})
export class GatewayModule {
  static with(logs: FeedPorts): DynamicModule {
    return { module: GatewayModule, controllers: [EventsHttp], providers: [{ provide: EventFeed, useValue: new EventFeed(logs) }] };
  }
}
