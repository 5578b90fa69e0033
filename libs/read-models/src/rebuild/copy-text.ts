import type { Column } from '../table.js';

const NULL = '\\N';
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** What PostgreSQL says of values that it does not take: the row is refused as it would be there. */
class Unwritable extends Error {
  readonly code = '22021';
}

const escaped = (text: string): string => {
  if (!text.isWellFormed()) throw new Unwritable('half of a surrogate pair is no text');
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (found) => ESCAPES[found] ?? found) : text;
};

const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** NULL is what JSON has no word for, too: so values arrive alike whether they travel as JSON or as text. */
const isNull = (value: unknown): boolean => value === null || value === undefined || (typeof value === 'number' && !Number.isFinite(value));

const element = (value: unknown): string => {
  if (isNull(value)) return 'NULL';
  return Array.isArray(value) ? listOf(value) : `"${plain(value).replace(/[\\"]/g, '\\$&')}"`;
};

const listOf = (values: readonly unknown[]): string => {
  const simple = values.length > 0 && values.every((one) => typeof one === 'string') ? values.join('\u0001') : '"';
  return /[\\"]/.test(simple) ? `{${values.map(element).join(',')}}` : `{"${simple.replaceAll('\u0001', '","')}"}`;
};

const textOf = ({ type }: Column): ((value: unknown) => string) => {
  if (type === 'json' || type === 'jsonb') return (value) => JSON.stringify(value);
  return type.endsWith('[]') ? (value) => (Array.isArray(value) ? listOf(value) : plain(value)) : plain;
};

/** A row as a line of PostgreSQL's `COPY … FROM STDIN`, with its values in the order of `columns`. */
export const copyLine = (columns: readonly Column[]): ((row: object) => string) => {
  const texts = columns.map((column) => ({ property: column.property, text: textOf(column) }));
  return (row) => {
    const values = row as Readonly<Record<string, unknown>>;
    const cells = texts.map(({ property, text }) => (isNull(values[property]) ? NULL : escaped(text(values[property]))));
    return `${cells.join('\t')}\n`;
  };
};
