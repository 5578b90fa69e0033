import { sealed, tracedAppends, type EventStore, type EventTypes, type Keys } from '@onmaru/event-sourcing';
import type { PostgresEventStore } from '@onmaru/event-sourcing/postgres';
import { viewRunner, type AnyView, type ViewRunner, type ViewRunnerOptions } from '@onmaru/read-models';
import { openServiceTables, type Service, type ServiceTables } from '@onmaru/service-kit';
import type { Tracing } from '@onmaru/tracing';
import type { Logger } from 'pino';

/** A service and what it stands on here. */
export type HostedService<OwnKeys extends Keys = Keys> = ServiceTables & {
  readonly service: Service;
  readonly schema: string;
  readonly views: readonly AnyView[];
  readonly runner: ViewRunner;
  readonly keys: OwnKeys;
  /** Personal fields opened. */
  readonly log: EventStore;
  /** The same as views are folded from it: fails while a key is out of reach, where `log` leaves the field empty. */
  readonly foldedLog: EventStore;
  /** Personal fields as they lie there. */
  readonly rawLog: PostgresEventStore;
  readonly tracing: Tracing | undefined;
};

export type Hosting<OwnKeys extends Keys> = {
  /** Signs in as the role that owns the service's schema. */
  readonly url: string;
  /** The log as that role may use it; closed with the service, also with one that could not be opened. */
  readonly rawLog: PostgresEventStore;
  readonly service: Service;
  /** Of every service: this one reads them all. */
  readonly types: readonly EventTypes[];
  /** Asked once the service's own tables are open. */
  readonly keysFrom: (tables: ServiceTables) => OwnKeys;
  readonly logger: Logger;
  readonly tracing?: Tracing | undefined;
};

/** Opens one service's tables, and lets its views follow the log. */
export const hostService = async <OwnKeys extends Keys>({ url, rawLog, service, types, keysFrom, logger, tracing }: Hosting<OwnKeys>): Promise<HostedService<OwnKeys>> => {
  const { name: schema, views } = service;
  const held = new AsyncDisposableStack();
  held.defer(() => rawLog.close());
  try {
    const tables = held.adopt(await openServiceTables({ url, service, logger }), (opened) => opened.close());
    const keys = keysFrom(tables);
    const log = tracedAppends(sealed(rawLog, types, keys), tracing);
    const foldedLog = sealed(rawLog, types, keys, 'fail');
    const onParked: ViewRunnerOptions['onParked'] = (view, { stream, position, reason }) => logger.error({ view, stream, position, reason }, 'an event could not be folded: its stream is parked');
    const runner = viewRunner({ store: foldedLog, pool: tables.pool, schema, views, onParked, tracing });
    held.defer(() => runner.stop());
    await runner.start();
    return { ...tables, service, schema, views, runner, keys, log, foldedLog, rawLog, tracing, close: () => held.disposeAsync() };
  } catch (error) {
    await held.disposeAsync();
    throw error;
  }
};
