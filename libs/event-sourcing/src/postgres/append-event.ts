/**
 * Appends one event: what most commands do. The head is locked first, so that everything after sees what every earlier
 * append has committed. What may not go in comes back as an outcome, never as an SQL error: c(ommand reused), r(epeated),
 * f(orbidden), x (conflict); else a(ppended). A stream that is not there cannot hold the command, so it is not asked.
 */
export const APPEND_EVENT = `
create function log.append_event(
  tenant text, stream text, expected bigint,
  type text, id uuid, command text, hash text, data text, meta text, occurred timestamptz,
  out outcome text, out revision bigint, out "position" bigint, out recorded_at timestamptz
)
language plpgsql security definer
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $function$
#variable_conflict use_variable
declare
  category text := split_part(stream, '-', 1);
  earlier record;
begin
  select h.position, greatest(date_trunc('milliseconds', clock_timestamp()), h.recorded_at)
    into position, recorded_at from log.head h where h.single for update;

  select e.revision into revision from log.event e
    where e.tenant = tenant and e.stream = stream order by e.revision desc limit 1;
  if found then
    select e.revision, e.position, e.recorded_at, e.command_hash into earlier from log.event e
      where e.tenant = tenant and e.stream = stream and e.command_id = command
      order by e.command_index desc limit 1;
    if found then
      outcome := case when hash <> '' and earlier.command_hash <> hash then 'c' else 'r' end;
      revision := earlier.revision;
      position := earlier.position;
      recorded_at := earlier.recorded_at;
      return;
    end if;
  else
    revision := 0;
  end if;
  if not log.may_append(category) then
    outcome := 'f';
    return;
  end if;
  if not (expected = revision or expected = -2 or (expected = -1 and revision > 0)) then
    outcome := 'x';
    return;
  end if;

  outcome := 'a';
  revision := revision + 1;
  position := position + 1;
  insert into log.event values (
    position, tenant, stream, category, revision, type, id, command, nullif(hash, ''), 0, data, meta, occurred, recorded_at
  );
  update log.head h set position = append_event.position, recorded_at = append_event.recorded_at where h.single;
  perform pg_notify('onmaru_log', position::text);
end
$function$;
`;
