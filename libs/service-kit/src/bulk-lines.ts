import { Problem } from './problem.js';
import { unstorableAt } from './storable-text.js';

const MOST_LINES = 50_000;

/** NDJSON → its values, once `faultOf` finds nothing in any of them. Throws `invalid-request` naming the first line that is not good. */
export const bulkLines = async <Line>(body: AsyncIterable<Buffer | string>, faultOf: (value: Line) => string | null): Promise<readonly Line[]> => {
  const values: Line[] = [];
  for await (const { text, line } of linesOf(body)) {
    if (line > MOST_LINES) throw new Problem('body-too-large');
    const value = parseJson(text, line) as Line;
    const fault = faultOf(value) ?? unstorable(value, text);
    if (fault) throw broken(line, fault);
    values.push(value);
  }
  return values;
};

/** Of what JSON can say, only an escape can say what cannot be stored. */
const unstorable = (value: unknown, text: string): string | null => {
  const at = text.includes('\\u') ? unstorableAt(value) : null;
  return at === null ? null : `${at} holds U+0000, or half of a surrogate pair`;
};

const parseJson = (text: string, line: number): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own words quote the line, which may be about a person.
    throw broken(line, 'is not JSON');
  }
};

const broken = (line: number, detail: string) => new Problem('invalid-request', { errors: [{ pointer: `/${line}`, line, detail }] });

async function* linesOf(body: AsyncIterable<Buffer | string>): AsyncIterable<{ text: string; line: number }> {
  const decoder = new TextDecoder();
  let rest = '';
  let line = 0;
  for await (const chunk of body) {
    const parts = (rest + (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }))).split('\n');
    rest = parts.pop() ?? '';
    for (const text of parts) {
      line += 1;
      if (text.trim() !== '') yield { text, line };
    }
  }
  if (rest.trim() !== '') yield { text: rest, line: line + 1 };
}
