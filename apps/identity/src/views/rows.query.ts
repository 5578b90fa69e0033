import pg, { type CustomTypesConfig, type Pool } from 'pg';

const BIGINT = 20;
const TIMESTAMPTZ = 1184;

/** Rows as folds make them: instants are text, big integers numbers. */
const types: CustomTypesConfig = {
  getTypeParser: ((oid: number, format: 'text') => {
    if (oid === BIGINT) return Number;
    const parse = pg.types.getTypeParser(oid, format) as (text: string) => unknown;
    return oid === TIMESTAMPTZ ? (text: string) => (parse(text) as Date).toISOString() : parse;
  }) as CustomTypesConfig['getTypeParser'],
};

export const rowsOf = async <Row extends object>(pool: Pool, name: string, text: string, values: unknown[]): Promise<Row[]> =>
  (await pool.query<Row>({ name, text, values, types })).rows;
