import type { EventStore, Position } from '@onmaru/event-sourcing';
import type { DeadLetter } from '@onmaru/invariants';
import type { AnyView, ViewRunner } from '@onmaru/read-models';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';

/** A hosted service, as those who run the platform look at it. */
export type OperatedService = {
  readonly schema: string;
  readonly views: readonly AnyView[];
  readonly runner: ViewRunner;
  /** Knows the entities of the views. */
  readonly source: DataSource;
  readonly pool: Pool;
  /** The log as its views are folded from it: what is sealed is opened, or empty where a person was erased. */
  readonly foldedLog: EventStore;
};

export type OperationsPorts = {
  /** The whole log; nothing that is sealed needs to be opened. */
  readonly log: EventStore;
  readonly services: readonly OperatedService[];
  /** Everything that consumers gave up on and nobody has sent again. One without a tenant concerns the platform alone. */
  readonly deadLetters: () => Promise<readonly DeadLetter[]>;
  /** How long PostgreSQL's COPY takes for the events after one position up to another; null where it may not be tried. */
  readonly timeCopy: (after: Position, upTo: Position) => Promise<{ readonly events: number; readonly seconds: number } | null>;
};
