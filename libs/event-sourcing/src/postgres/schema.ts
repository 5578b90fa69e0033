import { APPEND_MANY } from './append-many.js';
import { APPEND_ONE, LOOK_UP_EACH_COMMAND } from './append-one.js';

const TABLES = `
create schema log;

create table log.head (
  single boolean primary key default true check (single),
  position bigint not null,
  recorded_at timestamptz not null
) with (fillfactor = 50);
insert into log.head (position, recorded_at) values (0, to_timestamp(0));

create table log.event (
  position bigint primary key,
  tenant text collate "C" not null,
  stream text collate "C" not null,
  category text collate "C" not null,
  revision bigint not null,
  type text collate "C" not null,
  id uuid not null,
  command_id text collate "C" not null,
  command_hash text collate "C",
  command_index integer not null,
  data text not null,
  meta text not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  unique (tenant, stream, revision),
  unique (tenant, stream, command_id, command_index)
);

create table log.writer (
  category text collate "C" primary key,
  role name not null
);
`;

/** What each version of the log adds to the one before. A version that was released never changes. */
export const MIGRATIONS: readonly string[] = [TABLES + APPEND_ONE + APPEND_MANY, LOOK_UP_EACH_COMMAND];

/** The version of the log that this code reads and writes. */
export const LOG_VERSION = MIGRATIONS.length;

/** Told after each commit that appended something, with the position of the last event. */
export const CHANNEL = 'onmaru_log';
