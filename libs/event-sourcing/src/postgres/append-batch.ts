import { earlierResult } from './earlier-result.js';

/**
 * Appends to many streams, of which it takes one append each: `append_stream` for a whole batch, in one call and one
 * commit. `sizes` says how many events each append has; `appends` and `nths` say for each event whose it is and which of
 * it. The answers come in the order of the appends: a letter for each outcome, and what goes with it. What is appended
 * lies beyond `head`, and its positions count from there; `recorded_ats` is null where it is `recorded_at`.
 *
 * All is looked up before the head is locked, while an earlier batch may still be on its way to the disk, and nothing is
 * looked up that hardly ever is. Whoever was outrun meanwhile, or believes in the right revision and sends a command that
 * its stream holds already, meets a unique key, which fails the whole call; its appends are then sent one by one, and
 * `append_event` and `append_stream` decide.
 */
export const APPEND_BATCH = `
create function log.append_batch(
  tenants text, streams text, expectations bigint[], sizes integer[], first_commands text, first_hashes text,
  appends integer[], nths integer[], event_tenants text, event_streams text,
  types text, ids text, commands text, hashes text, indexes integer[], data text, meta text, occurred text,
  out outcomes text, out revisions bigint[], out positions bigint[], out recorded_ats timestamptz[], out head bigint, out recorded_at timestamptz
)
language plpgsql security definer
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $function$
declare
  own text[] := coalesce(
    (select array_agg(w.category) from log.writer w where w.role = session_user),
    case when (select r.rolsuper from pg_roles r where r.rolname = session_user) then null else '{}'::text[] end
  );
  befores bigint[];
  standings bigint[];
  total bigint;
begin
  select string_agg(p.outcome, '' order by p.n),
    array_agg(case p.outcome when 'a' then p.standing + p.size when 'r' then p.earlier_revision else p.standing end order by p.n),
    array_agg(case p.outcome when 'a' then p.up_to else p.earlier_position end order by p.n),
    array_agg(p.earlier_recorded_at order by p.n),
    array_agg(case p.outcome when 'a' then p.up_to - p.size end order by p.n),
    array_agg(p.standing order by p.n),
    max(p.up_to)
  into outcomes, revisions, positions, recorded_ats, befores, standings, total
  from (
    select j.*, sum(case j.outcome when 'a' then j.size else 0 end) over (order by j.n) as up_to
    from (
      select a.n, a.size, coalesce(last.revision, 0) as standing,
        earlier.revision as earlier_revision, earlier.position as earlier_position, earlier.recorded_at as earlier_recorded_at,
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
      left join lateral (${earlierResult('a.tenant', 'a.stream', 'a.command', 'last.revision is not null and a.expected <> last.revision')}
      ) earlier on true
    ) j
  ) p;
  if total = 0 then
    return;
  end if;

  update log.head h
    set position = h.position + total, recorded_at = greatest(date_trunc('milliseconds', clock_timestamp()), h.recorded_at)
    where h.single
    returning h.position - total, h.recorded_at into head, recorded_at;
  insert into log.event
  select head + befores[e.append] + e.nth, e.tenant, e.stream, split_part(e.stream, '-', 1), standings[e.append] + e.nth, e.type, e.id::uuid,
    e.command, nullif(e.hash, ''), e.index, e.data, e.meta, e.occurred_at::timestamptz, append_batch.recorded_at
  from unnest(
      appends, nths, string_to_array(event_tenants, e'\\x1e'), string_to_array(event_streams, e'\\x1e'),
      string_to_array(types, e'\\x1e'), string_to_array(ids, e'\\x1e'), string_to_array(commands, e'\\x1e'), string_to_array(hashes, e'\\x1e'),
      indexes, string_to_array(data, e'\\x1e'), string_to_array(meta, e'\\x1e'), string_to_array(occurred, e'\\x1e')
    ) as e(append, nth, tenant, stream, type, id, command, hash, index, data, meta, occurred_at)
  where befores[e.append] is not null;
  perform pg_notify('onmaru_log', (head + total)::text);
end
$function$;
`;
