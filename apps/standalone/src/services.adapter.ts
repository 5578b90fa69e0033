import { sealed, type EventStore, type EventTypes, type Keys } from '@onmaru/event-sourcing';
import type { PostgresEventStore } from '@onmaru/event-sourcing/postgres';
import { viewRunner, type AnyView, type ViewRunner } from '@onmaru/read-models';
import { openServiceTables, type Service, type ServiceTables } from '@onmaru/service-kit';
import type { Logger } from 'pino';
import type { Database } from './database.adapter.js';

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

/** Opens one service's tables, its way into the log, and its views. `keys` is asked once its own tables are open. */
export const hostService = async <OwnKeys extends Keys>(
  database: Database,
  service: Service,
  types: readonly EventTypes[],
  keysFrom: (tables: ServiceTables) => OwnKeys,
  logger: Logger,
): Promise<HostedService<OwnKeys>> => {
  const { name: schema, views } = service;
  const tables = await openServiceTables({ url: database.url(schema), service, logger });
  const rawLog = await database.openLog(schema);
  const keys = keysFrom(tables);
  const log = sealed(rawLog, types, keys);
  const runner = viewRunner({
    store: log,
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

