import pg from 'pg';

/** DDL of the checkpoints of groups. */
export const checkpointTable = (schema: string): string =>
  `CREATE TABLE IF NOT EXISTS ${pg.escapeIdentifier(schema)}.bus_checkpoint (consumer_group text PRIMARY KEY, position bigint NOT NULL DEFAULT 0);`;

/** DDL of what this lib keeps in a service's schema; for the service's first migration, harmless when repeated. */
export const messagingTables = (schema: string): string => {
  const own = pg.escapeIdentifier(schema);
  return `
    ${checkpointTable(schema)}
    CREATE TABLE IF NOT EXISTS ${own}.inbox (
      inbox text NOT NULL, tenant text NOT NULL, key text NOT NULL, position bigint NOT NULL, PRIMARY KEY (inbox, tenant, key));
    CREATE TABLE IF NOT EXISTS ${own}.dead_letter (
      consumer_group text NOT NULL, message_id uuid NOT NULL, tenant text NOT NULL, topic text NOT NULL, type text NOT NULL,
      key text NOT NULL, position bigint NOT NULL, reason text NOT NULL, traceparent text, attempts integer NOT NULL,
      payload text NOT NULL, done text[] NOT NULL DEFAULT '{}', died_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (consumer_group, message_id));
    CREATE INDEX IF NOT EXISTS dead_letter_by_message ON ${own}.dead_letter (message_id);`;
};
