import type { AddressInfo } from 'node:net';
import { cachedKeys, opened, withheld } from '@onmaru/event-sourcing';
import { postgresEventStore } from '@onmaru/event-sourcing/postgres';
import { HOST_PROBLEMS, keysByIdentity, serveApiDescription, tokensByIdentity, type Running } from '@onmaru/hosting';
import { describeApi, httpApp } from '@onmaru/service-kit';
import { systemClock } from '@onmaru/time/system-clock';
import type { Tracing } from '@onmaru/tracing';
import type { Logger } from 'pino';
import { Registry } from 'prom-client';
import { Descriptions } from './api-description/descriptions.adapter.js';
import { EdgeModule } from './edge.module.js';
import { forwardRequests } from './forwarding/forward.adapter.js';
import type { GatewayConfig } from './gateway.config.js';
import { ServiceLines } from './services/lines.adapter.js';
import { LIMITS, ServiceLine, type Limits } from './services/service-line.adapter.js';
import { serveWebApps } from './web/web-apps.adapter.js';

export type Edge = Running & { readonly url: string };

type EdgeOptions = Omit<GatewayConfig, 'logLevel' | 'startSeconds' | 'drainSeconds'> & {
  readonly logger: Logger;
  /** Others than the usual ones, in milliseconds; `look`: how often services are asked what they serve. */
  readonly limits?: Partial<Limits & { readonly look: number }>;
  readonly tracing?: Tracing | undefined;
};

/** Starts the gateway of a platform whose services run elsewhere. */
export const startEdge = async ({ host, port, services, logUrl, serviceKey, consoleFolder, logger, limits = {}, tracing }: EdgeOptions): Promise<Edge> => {
  const held = new AsyncDisposableStack();
  const leaving = new AbortController();
  try {
    const log = held.adopt(await postgresEventStore({ connection: logUrl, writers: 0, readers: 2 }), (store) => store.close());
    const lines = new ServiceLines([...services].map(([name, url]) => new ServiceLine(name, url, { ...LIMITS, ...limits }, logger, tracing)));
    held.defer(() => lines.close());
    const descriptions = new Descriptions(lines, logger, limits.look);
    held.defer(() => descriptions.end());
    const registry = new Registry();
    lines.measure(registry);
    const identity = { url: services.get('identity') as string, serviceKey };
    const keys = cachedKeys(keysByIdentity(identity), systemClock);
    const trouble = (err: unknown): void => logger.error({ err }, 'personal fields are shown as null');
    const feed = { opened: opened(log, keys, trouble), withheld: withheld(log) };
    const app = await httpApp({ module: EdgeModule.with({ feed, lines, descriptions, tokens: tokensByIdentity(identity), registry, leaving: leaving.signal }), problems: HOST_PROBLEMS, logger, registry, tracing, leaving: leaving.signal });
    held.defer(() => app.close());
    forwardRequests(app.getHttpAdapter().getInstance(), descriptions, lines);
    if (consoleFolder !== null) await serveWebApps(app, consoleFolder);
    serveApiDescription(app, (own) => descriptions.withOthers(own));
    await app.init();
    await descriptions.begin(describeApi(app, 'Onmaru', '1'));
    await app.listen(port, host);
    const address = app.getHttpServer().address() as AddressInfo;
    return { url: `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`, leave: () => leaving.abort(), close: () => held.disposeAsync() };
  } catch (error) {
    await held.disposeAsync();
    throw error;
  }
};
