import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { Failure } from './platform/failure.js';

/** Writes events, a line of JSON each, into a Parquet file, and answers how many there were. */
type ParquetWriter = (events: AsyncIterable<string>, file: string) => Promise<number>;

const TAKEN = `{position: 'BIGINT', id: 'VARCHAR', type: 'VARCHAR', source: 'VARCHAR', subject: 'VARCHAR', occurredAt: 'TIMESTAMPTZ', recordedAt: 'TIMESTAMPTZ',
  tenant: 'VARCHAR', actor: 'STRUCT(kind VARCHAR, id VARCHAR)', stream: 'VARCHAR', revision: 'BIGINT', data: 'JSON'}`;

const copy = (from: string, to: string): string => `
  COPY (
    SELECT * EXCLUDE (actor, stream, revision, data), actor.kind AS "actorKind", actor.id AS "actorId", stream, revision, data::VARCHAR AS data
    FROM read_json(${quoted(from)}, format = 'newline_delimited', columns = ${TAKEN}))
  TO ${quoted(to)} (FORMAT parquet, COMPRESSION zstd)`;

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Throws a {@link Failure} where DuckDB, which writes the file, is not installed. */
export const parquetWriter = async (load = () => import('@duckdb/node-api')): Promise<ParquetWriter> => {
  const { DuckDBInstance } = await load().catch((error: Error) => {
    throw new Failure(`DuckDB, which writes Parquet, cannot be loaded here: ${error.message.split('\n')[0]}`, 'Run npm ci in the folder of Onmaru, or take --format ndjson.');
  });
  return async (events, file) => {
    const [lines, unfinished] = [`${file}.ndjson.unfinished`, `${file}.unfinished`];
    try {
      await pipeline(events, ended, createWriteStream(lines));
      const connection = await (await DuckDBInstance.create()).connect();
      const { rowsChanged } = await connection.run(copy(lines, unfinished));
      connection.closeSync();
      await rename(unfinished, file);
      return rowsChanged;
    } catch (error) {
      if (error instanceof Failure) throw error;
      throw new Failure(`${file} could not be written: ${(error as Error).message}`, 'See whether the disk is full and the folder is there.');
    } finally {
      await Promise.all([rm(lines, { force: true }), rm(unfinished, { force: true })]);
    }
  };
};

async function* ended(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) if (line !== '') yield `${line}\n`;
}
