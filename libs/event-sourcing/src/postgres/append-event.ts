import { beforeAppend } from './before-append.js';

/**
 * Appends one event: what most commands do. The head is locked first, so that everything after sees what every earlier
 * append has committed. What may not go in comes back as an outcome, never as an SQL error: c(ommand reused), r(epeated),
 * f(orbidden), x (conflict); else a(ppended).
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
${beforeAppend('position', 'command')}
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
