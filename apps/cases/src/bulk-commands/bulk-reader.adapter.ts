import { checkerOf, Problem, unstorableAt } from '@onmaru/service-kit';
import { instant } from '@onmaru/time';
import type { BulkCommand } from './bulk-command.js';
import { ACT_DATA, BulkLine } from './bulk-command.dto.js';

const MOST_LINES = 50_000;
const checkLine = checkerOf(BulkLine);
const checkData = new Map(Object.entries(ACT_DATA).map(([type, data]) => [type, checkerOf(data)]));

/** NDJSON → commands. Throws `invalid-request` naming the first line that is not one; nothing was done then. */
export const readBulk = async (body: AsyncIterable<Buffer | string>): Promise<readonly BulkCommand[]> => {
  const commands: BulkCommand[] = [];
  for await (const { text, line } of linesOf(body)) {
    if (line > MOST_LINES) throw new Problem('body-too-large');
    commands.push(parseLine(text, line));
  }
  return commands;
};

const parseLine = (text: string, line: number): BulkCommand => {
  const value = parseJson(text, line) as BulkLine;
  const fault = checkLine(value) ?? checkData.get(value.type)?.(value.data) ?? unstorable(value);
  if (fault) throw broken(line, fault);
  return { ...value, at: instant(value.at) } as BulkCommand;
};

const unstorable = (value: unknown): string | null => {
  const at = unstorableAt(value);
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
