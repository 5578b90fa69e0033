export { freePort } from './free-port.js';
export { startPostgres, type LocalPostgres, type PostgresOptions } from './start-postgres.js';
export { ensureRole } from './roles.js';
export { testDatabase, type TestDatabase } from './test-database.js';
