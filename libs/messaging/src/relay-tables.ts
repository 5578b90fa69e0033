import pg from 'pg';
import { checkpointTable } from './messaging-tables.js';

/** The schema beside the log in which relays note how far they have told it; the consumers of their topics look there. */
export const RELAYS = 'relay';

/** DDL of it, for `roles` that sign in; harmless when repeated. To be carried out by a role that may make schemas. */
export const relayTables = (roles: readonly string[]): string => {
  const names = roles.map((role) => pg.escapeIdentifier(role)).join(', ');
  return `
    CREATE SCHEMA IF NOT EXISTS ${RELAYS};
    ${checkpointTable(RELAYS)}
    GRANT USAGE ON SCHEMA ${RELAYS} TO ${names};
    GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA ${RELAYS} TO ${names};`;
};
