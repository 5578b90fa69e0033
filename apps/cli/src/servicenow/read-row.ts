import { FLAG_ATTRIBUTES, TEXT_ATTRIBUTES } from './attributes.js';
import type { Column, Layout } from './columns.js';
import type { ReadTime } from './local-time.js';
import type { Row, UnreadableRow } from './row.js';
import { SITUATIONS } from './situations.js';

/** No id of the log is near this long: a longer cell is damage. */
const LONGEST_CELL = 80;

const UNKNOWN = '?';

/** What a decoder puts in place of bytes that are no UTF-8. */
const UNDECODABLE = '\uFFFD';

type Problem = { readonly column: string; readonly reason: string };

/** The cells of a line → a row, or the first thing in it that cannot be read. */
export const readRow = (cells: readonly string[], line: number, { width, at }: Layout, readTime: ReadTime): Row | UnreadableRow => {
  const problems: Problem[] = [];
  const refuse = (column: string, reason: string): null => {
    problems.push({ column, reason });
    return null;
  };
  const cell = (column: Column): string | null => {
    const text = (cells[at[column]] ?? '').trim();
    if (text.length > LONGEST_CELL) return refuse(column, `is longer than ${LONGEST_CELL} characters`);
    if (text.includes('\u0000')) return refuse(column, 'holds a NUL character');
    if (text.includes(UNDECODABLE)) return refuse(column, 'is not text in UTF-8');
    return text === UNKNOWN || text === '' ? null : text;
  };
  const needed = <T>(column: Column, read: (text: string) => T | null | undefined, expected: string): T => {
    const text = cell(column);
    const value = text === null ? null : read(text);
    return (value ?? refuse(column, text === null ? 'is missing' : `"${text}" is not ${expected}`)) as T;
  };
  const optional = <T>(column: Column, read: (text: string) => T | undefined, expected: string): T | null => {
    const text = cell(column);
    return text === null ? null : (read(text) ?? refuse(column, `"${text}" is not ${expected}`));
  };

  if (cells.length !== width) refuse('(line)', `has ${cells.length} cells where the header has ${width}`);
  const row: Row = {
    line,
    number: needed('number', (text) => text, 'a number'),
    situation: needed('incident_state', (text) => SITUATIONS.get(text), 'a state of an incident'),
    openedAt: needed('opened_at', readTime, A_DATE),
    openedBy: cell('opened_by'),
    updatedAt: needed('sys_updated_at', readTime, A_DATE),
    updatedBy: cell('sys_updated_by'),
    caller: cell('caller_id'),
    contactType: cell('contact_type'),
    category: cell('category'),
    subcategory: cell('subcategory'),
    impact: optional('impact', wholeNumber(1, 2, 3), '1, 2 or 3'),
    urgency: optional('urgency', wholeNumber(1, 2, 3), '1, 2 or 3'),
    priority: optional('priority', wholeNumber(1, 2, 3, 4), '1, 2, 3 or 4'),
    group: cell('assignment_group'),
    assignee: cell('assigned_to'),
    closedCode: cell('closed_code'),
    attributes: Object.fromEntries(
      [
        ...Object.entries(TEXT_ATTRIBUTES).map(([name, column]) => [name, cell(column)] as const),
        ...Object.entries(FLAG_ATTRIBUTES).map(([name, column]) => [name, optional(column, flag, 'true or false')] as const),
      ].filter((attribute): attribute is [string, string | boolean] => attribute[1] !== null),
    ),
  };
  const [first] = problems;
  return first ? { line, number: row.number, ...first } : row;
};

const A_DATE = 'a date such as 29/2/2016 01:16';

const wholeNumber =
  <N extends number>(...allowed: readonly N[]) =>
  (text: string): N | undefined =>
    allowed.find((number) => String(number) === text);

const flag = (text: string): boolean | undefined => (text === 'true' ? true : text === 'false' ? false : undefined);
