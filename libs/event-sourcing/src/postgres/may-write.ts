/** Whether the role that signed in may write what is of `category`: its own, or, as a superuser without categories, any. */
export const MAY_WRITE = `
    exists (select from log.writer w where w.category = category and w.role = session_user)
    or (select r.rolsuper and not exists (select from log.writer w where w.role = session_user) from pg_roles r where r.rolname = session_user)
  `;
