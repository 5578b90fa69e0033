export { startPostgres, type LocalPostgres, type PostgresOptions } from './start-postgres.js';
export { PostgresStartError } from './trouble.js';
export { ensureRole, roleUrl } from './roles.js';
export { testDatabase, type TestDatabase } from './test-database.js';
