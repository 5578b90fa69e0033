import { createHmac } from 'node:crypto';
import pg from 'pg';

/**
 * The URL by which `role` signs in to the database of `url`, which is a superuser's URL with a password. The role's
 * password follows from the superuser's and cannot be turned back into it.
 */
export const roleUrl = (url: string, role: string): string => {
  const own = new URL(url);
  own.username = role;
  own.password = createHmac('sha256', decodeURIComponent(new URL(url).password)).update(role).digest('base64url');
  return own.href;
};

/** Makes sure that `role` can sign in, and returns its URL. `url` is a superuser's. Harmless when it is repeated. */
export const ensureRole = async (url: string, role: string): Promise<string> => {
  const own = roleUrl(url, role);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const name = client.escapeIdentifier(role);
    const secret = client.escapeLiteral(new URL(own).password);
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
    await client.query(`${rowCount ? 'alter' : 'create'} role ${name} login password ${secret}`);
  } finally {
    await client.end();
  }
  return own;
};
