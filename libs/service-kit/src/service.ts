import type { Aggregate, Event, EventStore, Keys } from '@onmaru/event-sourcing';
import type { Publication, Topic } from '@onmaru/messaging';
import type { AnyView, Log } from '@onmaru/read-models';
import type { Clock } from '@onmaru/time';
import type { Tracing } from '@onmaru/tracing';
import type { Pool } from 'pg';
import type { DataSource, EntityTarget, MigrationInterface, ObjectLiteral } from 'typeorm';
import type { ProblemTexts } from './problem.js';
import type { CaughtUp } from './read-your-writes.js';

/** What a service is to whoever hosts it. Its name is that of its schema and of its group of consumers, too. */
export type Service = {
  readonly name: string;
  /** It alone may append to their streams. */
  readonly aggregates: readonly Pick<Aggregate<unknown, Event>, 'category' | 'events'>[];
  readonly views: readonly AnyView[];
  /** Rows of tables that are no views. */
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
  readonly migrations: readonly (new () => MigrationInterface)[];
  readonly problems: ProblemTexts;
  /** What it tells the others. */
  readonly publications: readonly Publication[];
  /** What it listens to, and what of that it leaves alone: a consumer of it handles the rest. */
  readonly listens: { readonly topics: readonly Topic[]; readonly ignores: readonly string[]; readonly withoutHistory?: boolean };
};

/** What a service stands on, whoever hosts it. */
export type ServicePorts = {
  /** The log, with sealed fields opened, as the role that owns the service's streams. */
  readonly log: EventStore;
  /** Connections of the role that owns the service's schema, which is migrated. */
  readonly pool: Pool;
  readonly source: DataSource;
  /** Its views, and what it hears from other contexts. */
  readonly views: CaughtUp;
  readonly news: CaughtUp;
  readonly keys: Keys;
  readonly clock: Clock;
  /** Where an operator reads what went wrong. */
  readonly trouble: Log;
  /** Where its commands are told of as they are carried out. */
  readonly tracing?: Tracing | undefined;
};
