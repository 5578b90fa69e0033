/**
 * Appends to many streams, each of them once: `append_one` for a whole batch, in one statement and one commit.
 * `sizes` says how many events each append has; `appends` and `nths` say for each event whose it is and which of it.
 * One row per append, in order, with the outcomes of `append_one`.
 */
export const APPEND_MANY = `
create function log.append_many(
  tenants text, streams text, expectations bigint[], sizes integer[], first_commands text, first_hashes text,
  appends bigint[], nths integer[],
  types text, ids text, commands text, hashes text, indexes integer[], data text, meta text, occurred text
)
returns table (n bigint, outcome text, revision bigint, "position" bigint, recorded_at timestamptz)
language plpgsql security definer
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_nestloop = off
as $function$
#variable_conflict use_column
declare
  own text[] := coalesce(
    (select array_agg(w.category) from log.writer w where w.role = session_user),
    case when (select r.rolsuper from pg_roles r where r.rolname = session_user) then null else '{}'::text[] end
  );
  head bigint;
  now timestamptz;
begin
  select h.position, greatest(date_trunc('milliseconds', clock_timestamp()), h.recorded_at)
    into head, now from log.head h for update;

  return query
  with judged as materialized (
    select a.n, a.tenant, a.stream, a.size, split_part(a.stream, '-', 1) as category,
      coalesce(last.revision, 0) as revision, earlier.revision as earlier_revision, earlier.position, earlier.recorded_at,
      case
        when earlier.position is not null then
          case when a.hash <> '' and earlier.command_hash <> a.hash then 'c' else 'r' end
        when own is not null and split_part(a.stream, '-', 1) <> all (own) then 'f'
        when a.expected = coalesce(last.revision, 0) or a.expected = -2 or (a.expected = -1 and last.revision > 0) then 'a'
        else 'x'
      end as outcome
    from unnest(
        string_to_array(tenants, e'\\x1e'), string_to_array(streams, e'\\x1e'), expectations, sizes,
        string_to_array(first_commands, e'\\x1e'), string_to_array(first_hashes, e'\\x1e')
      ) with ordinality as a(tenant, stream, expected, size, command, hash, n)
    left join lateral (
      select e.revision from log.event e where e.tenant = a.tenant and e.stream = a.stream
      order by e.revision desc limit 1
    ) last on true
    left join lateral (
      select e.revision, e.position, e.recorded_at, e.command_hash from log.event e
      where e.tenant = a.tenant and e.stream = a.stream and e.command_id = a.command
      order by e.command_index desc limit 1
    ) earlier on true
  ),
  placed as materialized (
    select j.n, j.tenant, j.stream, j.category, j.size, j.revision,
      head + sum(j.size) over (order by j.n) - j.size as before
    from judged j where j.outcome = 'a'
  ),
  taken as (
    insert into log.event
    select p.before + e.nth, p.tenant, p.stream, p.category, p.revision + e.nth, e.type, e.id, e.command,
      nullif(e.hash, ''), e.index, e.data, e.meta, e.occurred_at, now
    from unnest(
        appends, nths, string_to_array(types, e'\\x1e'), string_to_array(ids, e'\\x1e')::uuid[],
        string_to_array(commands, e'\\x1e'), string_to_array(hashes, e'\\x1e'), indexes,
        string_to_array(data, e'\\x1e'), string_to_array(meta, e'\\x1e'), string_to_array(occurred, e'\\x1e')::timestamptz[]
      ) as e(append, nth, type, id, command, hash, index, data, meta, occurred_at)
    join placed p on p.n = e.append
  ),
  moved as (
    update log.head h set position = t.last, recorded_at = now
    from (select max(p.before + p.size) as last from placed p) t
    where t.last is not null
    returning pg_notify('onmaru_log', t.last::text)
  )
  select j.n, j.outcome,
    case j.outcome when 'a' then j.revision + j.size when 'r' then j.earlier_revision else j.revision end,
    case j.outcome when 'a' then p.before + j.size else j.position end,
    case j.outcome when 'a' then now else j.recorded_at end
  from judged j left join placed p on p.n = j.n
  order by j.n;
end
$function$;
`;
