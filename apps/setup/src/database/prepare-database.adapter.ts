import { setTimeout as pause } from 'node:timers/promises';
import { migrateLog } from '@onmaru/event-sourcing/postgres';
import { ensureRole } from '@onmaru/local-postgres';
import { relayTables } from '@onmaru/messaging';
import pg from 'pg';
import { CannotPrepare } from '../cannot-prepare.js';
import { READERS, SERVICES } from '../services.adapter.js';

/** Where the role of a service, or of one that only reads the log, signs in. */
export type UrlOf = (name: string) => string;

const roleOf = (name: string): string => `onmaru_${name}`;

/** Failures of a database that is about to be there, by their codes. */
const PASSING = new Set(['ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', '57P03']);
const [NO_SUCH_DATABASE, NOT_ALLOWED] = ['3D000', '42501'];
/** Somebody else has made it, a while ago or just now. */
const EXISTS = new Set(['42P04', '23505']);

const codeOf = (error: unknown): string => (error as { readonly code?: string }).code ?? '';

/**
 * Makes the database at `admin` what services stand on: itself, roles, the log, a schema for each service, and the place
 * where relays note how far they have told the log. What is there stays; two at once wait for each other. `admin` is a
 * superuser, or who may make roles and owns the database. `passwords` are those of roles, by their service; without
 * them they follow from the admin's. Throws {@link CannotPrepare}; `patience`: milliseconds until the database is there.
 */
export const prepareDatabase = async (admin: string, passwords: Readonly<Record<string, string>> = {}, patience = 0): Promise<UrlOf> => {
  const client = await connected(admin, performance.now() + patience);
  try {
    await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', ['onmaru setup']);
    const urls = new Map<string, string>();
    for (const name of [...SERVICES.map((service) => service.name), ...READERS]) {
      urls.set(name, await ensureRole(admin, roleOf(name), passwords[name]));
      await becomeOwner(client, roleOf(name));
    }
    const owners = SERVICES.map(({ name, aggregates }) => [roleOf(name), aggregates.map(({ category }) => category)] as const);
    await migrateLog(admin, Object.fromEntries<readonly string[]>([...owners, ...READERS.map((name) => [roleOf(name), []] as const)]));
    for (const { name } of SERVICES) await client.query(`CREATE SCHEMA IF NOT EXISTS ${name} AUTHORIZATION ${roleOf(name)}`);
    await client.query(relayTables(owners.map(([role]) => role)));
    return (name) => {
      const url = urls.get(name);
      if (url === undefined) throw new Error(`No role is called ${name}`);
      return url;
    };
  } catch (error) {
    if (codeOf(error) !== NOT_ALLOWED) throw error;
    throw new CannotPrepare(`The database does not let the role ${new URL(admin).username} prepare it: ${(error as Error).message}. It must be a superuser, or a role with CREATEROLE that owns the database.`, { cause: error });
  } finally {
    await client.end();
  }
};

/** Who makes a role may not hand a schema to it before they are a member of it; superusers may. */
const becomeOwner = async (client: pg.Client, role: string): Promise<void> => {
  const { rows } = await client.query<{ may: boolean }>("SELECT pg_has_role(current_user, $1, 'SET') AS may", [role]);
  if (!rows[0]?.may) await client.query(`GRANT ${role} TO CURRENT_USER WITH SET TRUE, INHERIT FALSE`);
};

const connected = async (url: string, until: number): Promise<pg.Client> => {
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end();
      if (codeOf(error) === NO_SUCH_DATABASE) await create(url, until);
      else if (!PASSING.has(codeOf(error))) throw error;
      else if (performance.now() > until) throw new CannotPrepare(`The database cannot be reached at ${new URL(url).host}: ${(error as Error).message || codeOf(error)}. Start it, or correct its address in ONMARU_ADMIN_URL.`, { cause: error });
      else await pause(500);
    }
  }
};

const create = async (url: string, until: number): Promise<void> => {
  const beside = new URL(url);
  beside.pathname = '/postgres';
  const client = await connected(beside.href, until);
  try {
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(decodeURIComponent(new URL(url).pathname.slice(1)))}`);
  } catch (error) {
    if (!EXISTS.has(codeOf(error))) throw error;
  } finally {
    await client.end();
  }
};
