/**
 * Appends to one stream. Lists come as text joined with U+001E, which stands in no JSON and in no name. The head is
 * locked first, so that everything after sees what every earlier append has committed. What may not go in comes back
 * as an outcome, never as an SQL error: c(ommand reused), r(epeated), f(orbidden), x (conflict); else a(ppended).
 * `own` are the categories of the role that signed in; null, for a superuser without any, means all of them.
 */
const appendOne = (create: string, known: string): string => `
${create} log.append_one(
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
  own text[] := coalesce(
    (select array_agg(w.category) from log.writer w where w.role = session_user),
    case when (select r.rolsuper from pg_roles r where r.rolname = session_user) then null else '{}'::text[] end
  );
  category text := split_part(stream, '-', 1);
  command_list text[] := string_to_array(commands, e'\\x1e');
  hash text := split_part(hashes, e'\\x1e', 1);
  size integer := cardinality(indexes);
  head bigint;
  earlier record;
begin
  select h.position, greatest(date_trunc('milliseconds', clock_timestamp()), h.recorded_at)
    into head, recorded_at from log.head h for update;

  select e.revision, e.position, e.recorded_at, e.command_hash into earlier from log.event e
    where e.tenant = tenant and e.stream = stream and e.command_id = command_list[1]
    order by e.command_index desc limit 1;
  if found then
    outcome := case when hash <> '' and earlier.command_hash <> hash then 'c' else 'r' end;
    revision := earlier.revision;
    position := earlier.position;
    recorded_at := earlier.recorded_at;
    return;
  end if;

  select e.revision into revision from log.event e
    where e.tenant = tenant and e.stream = stream
    order by e.revision desc limit 1;
  revision := coalesce(revision, 0);
  if own is not null and category <> all (own) then
    outcome := 'f';
    return;
  end if;
  if not (expected = revision or expected = -2 or (expected = -1 and revision > 0))
    or (size > 1 and exists (
      ${known}))
  then
    outcome := 'x';
    return;
  end if;

  insert into log.event
  select head + e.nth, tenant, stream, category, revision + e.nth, e.type, e.id, e.command, nullif(e.hash, ''), e.index,
    e.data, e.meta, e.occurred_at, recorded_at
  from unnest(
    string_to_array(types, e'\\x1e'), string_to_array(ids, e'\\x1e')::uuid[], command_list, string_to_array(hashes, e'\\x1e'),
    indexes, string_to_array(data, e'\\x1e'), string_to_array(meta, e'\\x1e'), string_to_array(occurred, e'\\x1e')::timestamptz[]
  ) with ordinality as e(type, id, command, hash, index, data, meta, occurred_at, nth);

  outcome := 'a';
  revision := revision + size;
  position := head + size;
  update log.head h set position = append_one.position, recorded_at = append_one.recorded_at;
  perform pg_notify('onmaru_log', position::text);
end
$function$;
`;

export const APPEND_ONE = appendOne(
  'create function',
  'select from log.event e where e.tenant = tenant and e.stream = stream and e.command_id = any (command_list)',
);

/** Looks each command up by itself: where most streams are short, the list is compared with the whole of a long one. */
export const LOOK_UP_EACH_COMMAND = appendOne(
  'create or replace function',
  `select from unnest(command_list) as c (command) cross join lateral (
        select from log.event e where e.tenant = tenant and e.stream = stream and e.command_id = c.command
        order by e.command_index desc limit 1) known`,
);
