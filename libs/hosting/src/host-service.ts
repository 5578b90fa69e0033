import { sealed, type EventStore, type EventTypes, type Keys } from '@onmaru/event-sourcing';
import type { PostgresEventStore } from '@onmaru/event-sourcing/postgres';
import { viewRunner, type AnyView, type ViewRunner } from '@onmaru/read-models';
import { openServiceTables, type Service, type ServiceTables } from '@onmaru/service-kit';
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
  /** Personal fields as they lie there. */
  readonly rawLog: PostgresEventStore;
};

export type Hosting<OwnKeys extends Keys> = {
  /** Signs in as the role that owns the service's schema. */
  readonly url: string;
  /** The log as that role may use it; closed with the service. */
  readonly rawLog: PostgresEventStore;
  readonly service: Service;
  /** Of every service: this one reads them all. */
  readonly types: readonly EventTypes[];
  /** Asked once the service's own tables are open. */
  readonly keysFrom: (tables: ServiceTables) => OwnKeys;
  readonly logger: Logger;
};

/** Opens one service's tables, and lets its views follow the log. */
export const hostService = async <OwnKeys extends Keys>({ url, rawLog, service, types, keysFrom, logger }: Hosting<OwnKeys>): Promise<HostedService<OwnKeys>> => {
  const { name: schema, views } = service;
  const tables = await openServiceTables({ url, service, logger });
  const keys = keysFrom(tables);
  const log = sealed(rawLog, types, keys);
  const runner = viewRunner({
    // A row that was folded without a key that is only out of reach would stay without it.
    store: sealed(rawLog, types, keys, 'fail'),
    pool: tables.pool,
    schema,
    views,
    onParked: (view, { stream, position, reason }) => logger.error({ view, stream, position, reason }, 'an event could not be folded: its stream is parked'),
  });
  await runner.start();
  const close = async () => {
    await runner.stop();
    await rawLog.close();
    await tables.close();
  };
  return { ...tables, service, schema, views, runner, keys, log, rawLog, close };
};
