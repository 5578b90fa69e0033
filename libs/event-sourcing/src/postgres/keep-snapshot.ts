import { MAY_WRITE } from './may-write.js';

/** At most one snapshot for a stream, kept by whoever may append to it. Whoever keeps one replaces the one before. */
export const SNAPSHOTS = `
create table log.snapshot (
  tenant text collate "C" not null,
  stream text collate "C" not null,
  shape integer not null,
  revision bigint not null,
  event_id uuid not null,
  state text not null,
  primary key (tenant, stream)
);

create function log.keep_snapshot(
  tenant text, stream text, shape integer, revision bigint, event_id uuid, state text, out kept boolean
)
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $function$
#variable_conflict use_variable
declare
  category text := split_part(stream, '-', 1);
begin
  kept := ${MAY_WRITE};
  if kept then
    insert into log.snapshot values (tenant, stream, shape, revision, event_id, state)
    on conflict on constraint snapshot_pkey do update
      set shape = excluded.shape, revision = excluded.revision, event_id = excluded.event_id, state = excluded.state;
  end if;
end
$function$;
`;
