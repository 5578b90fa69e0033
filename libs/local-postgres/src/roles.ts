import { createHmac } from 'node:crypto';
import pg from 'pg';

/**
 * The URL by which `role` signs in to the database of `url`, which is a superuser's URL with a password. A password
 * that is not given follows from the superuser's and cannot be turned back into it.
 */
export const roleUrl = (url: string, role: string, password?: string): string => {
  const own = new URL(url);
  own.username = role;
  own.password = password === undefined ? createHmac('sha256', decodeURIComponent(new URL(url).password)).update(role).digest('base64url') : encodeURIComponent(password);
  return own.href;
};

/** Makes sure that `role` can sign in, and returns its URL, as {@link roleUrl} has it. `url` is that of somebody who may make roles. Harmless when it is repeated. */
export const ensureRole = async (url: string, role: string, password?: string): Promise<string> => {
  const own = roleUrl(url, role, password);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const name = client.escapeIdentifier(role);
    const secret = client.escapeLiteral(decodeURIComponent(new URL(own).password));
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
    await client.query(`${rowCount ? 'alter' : 'create'} role ${name} login password ${secret}`);
  } finally {
    await client.end();
  }
  return own;
};
