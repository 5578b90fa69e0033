import { APPEND_EVENT } from './append-event.js';
import { APPEND_BATCH } from './append-batch.js';
import { APPEND_STREAM } from './append-stream.js';
import { SNAPSHOTS } from './keep-snapshot.js';

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

/** The functions that version 1 appended with, where it was in use. */
const WITHOUT_FUNCTIONS_OF_1 = `
drop function if exists log.append_one(text, text, bigint, text, text, text, text, integer[], text, text, text);
drop function if exists log.append_many(
  text, text, bigint[], integer[], text, text, bigint[], integer[], text, text, text, text, integer[], text, text, text
);
`;

/**
 * Those of version 2. What answers otherwise has another name now: a program of that version that still runs is told that
 * its function is gone, and takes nothing for what it is not.
 */
const WITHOUT_FUNCTIONS_OF_2 = `
drop function if exists log.append_event(text, text, bigint, text, uuid, text, text, text, text, timestamptz);
drop function if exists log.append_stream(text, text, bigint, text, text, text, text, integer[], text, text, text);
drop function if exists log.append_many(
  text, text, bigint[], integer[], text, text, integer[], integer[], text, text, text, text, text, text, integer[], text, text, text
);
drop function if exists log.may_append(text);
`;

/** That no command comes twice to a stream is known by its first event: of five that a case is opened with, one is in the index. */
const COMMANDS_BY_THEIR_FIRST_EVENT = `
alter table log.event drop constraint event_tenant_stream_command_id_command_index_key;
create unique index event_command on log.event (tenant, stream, command_id) where command_index = 0;
`;

/** What each version of the log adds to the one before. A table that was released never changes here. */
export const MIGRATIONS: readonly string[] = [
  TABLES,
  WITHOUT_FUNCTIONS_OF_1,
  WITHOUT_FUNCTIONS_OF_2 + COMMANDS_BY_THEIR_FIRST_EVENT + APPEND_EVENT + APPEND_STREAM + APPEND_BATCH,
  SNAPSHOTS,
];

/** The version of the log that this code reads and writes. */
export const LOG_VERSION = MIGRATIONS.length;

/** Told after each commit that appended something, with the position of the last event. */
export const CHANNEL = 'onmaru_log';
