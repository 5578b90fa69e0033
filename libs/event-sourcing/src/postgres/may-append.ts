/**
 * Whether the role that signed in may append to the streams of a category: when the category is its own, or when it is
 * a superuser that has no categories.
 */
export const MAY_APPEND = `
create function log.may_append(wanted text) returns boolean
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $function$
begin
  return exists (select from log.writer w where w.category = wanted and w.role = session_user)
    or (not exists (select from log.writer w where w.role = session_user)
      and (select r.rolsuper from pg_roles r where r.rolname = session_user));
end
$function$;
`;
