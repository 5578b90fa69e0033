import { DuckDBInstance } from '@duckdb/node-api';

/** The rows of a Parquet file of events, each as its line of NDJSON would be. */
export const rowsOf = async (file: string): Promise<readonly object[]> => {
  const connection = await (await DuckDBInstance.create()).connect();
  const utc = (column: string) => `strftime("${column}" AT TIME ZONE 'UTC', '%Y-%m-%dT%H:%M:%S.%gZ') AS "${column}"`;
  const sql = `SELECT * REPLACE (${utc('occurredAt')}, ${utc('recordedAt')}) FROM read_parquet(?)`;
  const rows = (await connection.runAndReadAll(sql, [file])).getRowObjectsJson();
  connection.closeSync();
  return rows.map(({ position, actorKind, actorId, revision, data, ...rest }) => {
    return { ...rest, position: Number(position), actor: { kind: actorKind, id: actorId }, revision: Number(revision), data: JSON.parse(data as string) as unknown };
  });
};
