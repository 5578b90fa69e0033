import pg, { type CustomTypesConfig } from 'pg';

const BIGINT = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;
const TIMESTAMPTZ_ARRAY = 1185;
const BIGINT_ARRAY = 1016;

const standard = (oid: number): ((text: string) => unknown) => pg.types.getTypeParser(oid, 'text') as (text: string) => unknown;
const asInstant = (moment: unknown): unknown => (moment instanceof Date ? moment.toISOString() : moment);

const own: Readonly<Record<number, (text: string) => unknown>> = {
  [BIGINT]: Number,
  [DATE]: (text) => text,
  [TIMESTAMPTZ]: (text) => asInstant(standard(TIMESTAMPTZ)(text)),
  [TIMESTAMPTZ_ARRAY]: (text) => (standard(TIMESTAMPTZ_ARRAY)(text) as unknown[]).map(asInstant),
  [BIGINT_ARRAY]: (text) => (standard(BIGINT_ARRAY)(text) as (string | null)[]).map((n) => (n === null ? n : Number(n))),
};

/** Rows come back as folds make them: instants as RFC 3339 text, `bigint` as a number, dates as text. */
export const ROW_TYPES: CustomTypesConfig = {
  getTypeParser: (oid: number) => own[oid] ?? standard(oid),
};
