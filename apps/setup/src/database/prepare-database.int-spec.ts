import { migrateLog, postgresEventStore } from '@onmaru/event-sourcing/postgres';
import { testDatabase, type TestDatabase } from '@onmaru/local-postgres';
import { logger, openServiceTables } from '@onmaru/service-kit';
import pg from 'pg';
import { SERVICES } from '../services.adapter.js';
import { prepareDatabase, type UrlOf } from './prepare-database.adapter.js';

const silent = logger('silent');
const PASSWORDS = { identity: 'identity p@ss/w%41rd', cases: 'cases password here', routing: 'routing password here', gateway: 'gateway password here' };

const rows = async (url: string, statement: string): Promise<readonly object[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<object>(statement)).rows;
  } finally {
    await client.end();
  }
};

/** Everything that stands in the database: its tables with their owners, rights and columns, and what has been migrated. */
const standing = (url: string) =>
  rows(url, `
    SELECT n.nspname, c.relname, c.relkind, pg_get_userbyid(c.relowner) AS owner, c.relacl::text,
      (SELECT string_agg(a.attname, ',' ORDER BY attnum) FROM pg_attribute a WHERE a.attrelid = c.oid AND attnum > 0) AS columns
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname IN ('log', 'relay', 'identity', 'cases', 'routing')
    UNION ALL SELECT 'log', version::text, 'v', applied_at::text, null, null FROM log.version
    UNION ALL SELECT 'log', category, 'w', role, null, null FROM log.writer ORDER BY 1, 2, 3`);

const migrateAll = async (urlOf: UrlOf): Promise<void> => {
  for (const service of SERVICES) await (await openServiceTables({ url: urlOf(service.name), service, connections: 2, logger: silent })).close();
};

describe('A database before services start', () => {
  let database: TestDatabase;
  let urlOf: UrlOf;
  const prepare = (admin = database.url) => prepareDatabase(admin, PASSWORDS);
  beforeAll(async () => {
    database = await testDatabase();
    urlOf = await prepare();
    await migrateAll(urlOf);
  }, 120_000);
  afterAll(() => database.drop());

  it('has room for each service, and a log in which each may append to its own streams alone', async () => {
    const owned = SERVICES.flatMap(({ name, aggregates }) => aggregates.map(({ category }) => ({ category, role: `onmaru_${name}` })));
    expect(await rows(database.url, 'SELECT category, role FROM log.writer')).toEqual(expect.arrayContaining(owned));
    for (const { name } of SERVICES) expect(await rows(urlOf(name), `SELECT current_user AS who, has_schema_privilege('${name}', 'CREATE') AS own`)).toEqual([{ who: `onmaru_${name}`, own: true }]);
    await expect(rows(urlOf('cases'), 'SELECT FROM identity.secret')).rejects.toThrow('permission denied');
  });

  it('lets the gateway read the log, and nothing else', async () => {
    const log = await postgresEventStore({ connection: urlOf('gateway'), writers: 0, readers: 1 });
    expect(await log.head()).toBe(0);
    await log.close();
    await expect(rows(urlOf('gateway'), 'SELECT FROM cases.directory')).rejects.toThrow('permission denied');
    await expect(rows(urlOf('gateway'), 'SELECT FROM relay.bus_checkpoint')).rejects.toThrow('permission denied');
  });

  it('is what it was after it is prepared again, also by three at once', async () => {
    const before = await standing(database.url);
    expect(before.length).toBeGreaterThan(60);
    await Promise.all([prepare(), prepare(), prepare()]);
    await migrateAll(await prepare());
    expect(await standing(database.url)).toEqual(before);
  });

  it('takes new passwords, and lets whoever is in go on', async () => {
    const inside = new pg.Client({ connectionString: urlOf('cases') });
    await inside.connect();
    const changed = await prepareDatabase(database.url, { ...PASSWORDS, cases: 'quite another one' });
    await expect(rows(urlOf('cases'), 'SELECT')).rejects.toMatchObject({ code: '28P01' });
    expect(await rows(changed('cases'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect((await inside.query('SELECT position FROM log.head')).rows).toEqual([{ position: '0' }]);
    await inside.end();
    await prepare();
  });

  it('is made where there is none, by several at once', async () => {
    const url = new URL(database.url);
    url.pathname = `${url.pathname}_new`;
    const [one] = await Promise.all([prepare(url.href), prepare(url.href)]);
    expect(await rows(one('routing'), 'SELECT current_database() AS name')).toEqual([{ name: url.pathname.slice(1) }]);
    await rows(database.url, `DROP DATABASE ${url.pathname.slice(1)} WITH (FORCE)`);
  });

  it('is not prepared by a program that is older than its log, which says so and changes nothing', async () => {
    await rows(database.url, 'INSERT INTO log.version (version) VALUES (99)');
    await expect(prepare()).rejects.toMatchObject({ code: 'newer-log' });
    await rows(database.url, 'DELETE FROM log.version WHERE version = 99');
    await migrateLog(database.url, {});
  });

  it('says where it was looked for when it is not there', async () => {
    const url = new URL(database.url);
    url.port = '1';
    await expect(prepare(url.href)).rejects.toThrow(`The database cannot be reached at ${url.host}: connect ECONNREFUSED`);
  });
});

describe('A database whose admin is no superuser, as clouds give one', () => {
  let database: TestDatabase;
  const name = (url: string): string => new URL(url).pathname.slice(1);
  const asAdmin = (rights: string) => async (work: (admin: string) => Promise<void>): Promise<void> => {
    await rows(database.url, `CREATE ROLE onmaru_cloud LOGIN PASSWORD 'cloud' ${rights}; ALTER DATABASE ${name(database.url)} OWNER TO onmaru_cloud`);
    const admin = new URL(database.url);
    [admin.username, admin.password] = ['onmaru_cloud', 'cloud'];
    try {
      await work(admin.href);
    } finally {
      await rows(database.url, `REASSIGN OWNED BY onmaru_cloud TO CURRENT_USER; DROP OWNED BY onmaru_cloud CASCADE; DROP ROLE onmaru_cloud`);
    }
  };
  beforeAll(async () => {
    database = await testDatabase();
    for (const role of ['identity', 'cases', 'routing', 'gateway']) await rows(database.url, `DROP ROLE IF EXISTS onmaru_${role}`);
  }, 120_000);
  afterAll(() => database.drop());

  it('is prepared once it may make roles, as often as one likes', () =>
    asAdmin('CREATEROLE')(async (admin) => {
      await prepareDatabase(admin, PASSWORDS);
      const urlOf = await prepareDatabase(admin, PASSWORDS);
      await migrateAll(urlOf);
      expect(await rows(urlOf('identity'), 'SELECT count(*)::int AS keys FROM identity.api_key')).toEqual([{ keys: 0 }]);
    }));

  it('is not prepared by somebody who may not, which is said with what is needed', () =>
    asAdmin('')(async (admin) => {
      await expect(prepareDatabase(admin, PASSWORDS)).rejects.toThrow('The database does not let the role onmaru_cloud prepare it: permission denied');
    }));
});
