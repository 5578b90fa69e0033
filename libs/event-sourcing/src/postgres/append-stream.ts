import { beforeAppend } from './before-append.js';

/**
 * Appends several events to one stream, with the outcomes of `append_event`. Lists come as text joined with U+001E, which
 * stands in no JSON and in no name. Each command is looked up by itself: where most streams are short, the planner would
 * have the list compared with the whole of a long one.
 */
export const APPEND_STREAM = `
create function log.append_stream(
  tenant text, stream text, expected bigint,
  types text, ids text, commands text, hashes text, indexes integer[], data text, meta text, occurred text,
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
  command_list text[] := string_to_array(commands, e'\\x1e');
  hash text := split_part(hashes, e'\\x1e', 1);
  size integer := cardinality(indexes);
  head bigint;
  earlier record;
begin
${beforeAppend('head', 'command_list[1]')}
  if not (expected = revision or expected = -2 or (expected = -1 and revision > 0))
    or (revision > 0 and exists (
      select from unnest(command_list) as c (command) cross join lateral (
        select from log.event e where e.tenant = tenant and e.stream = stream and e.command_id = c.command and e.command_index = 0
        limit 1) known))
  then
    outcome := 'x';
    return;
  end if;

  insert into log.event
  select head + e.nth, tenant, stream, category, revision + e.nth, e.type, e.id::uuid, e.command, nullif(e.hash, ''), e.index,
    e.data, e.meta, e.occurred_at::timestamptz, recorded_at
  from unnest(
    string_to_array(types, e'\\x1e'), string_to_array(ids, e'\\x1e'), command_list, string_to_array(hashes, e'\\x1e'),
    indexes, string_to_array(data, e'\\x1e'), string_to_array(meta, e'\\x1e'), string_to_array(occurred, e'\\x1e')
  ) with ordinality as e(type, id, command, hash, index, data, meta, occurred_at, nth);

  outcome := 'a';
  revision := revision + size;
  position := head + size;
  update log.head h set position = append_stream.position, recorded_at = append_stream.recorded_at where h.single;
  perform pg_notify('onmaru_log', position::text);
end
$function$;
`;
