import type { CaseCommand } from './acts.js';
import { add, commandsOf, emptyChunk, isFullFor } from './chunk.js';
import type { RowReading } from './interpreter.js';

const row = (line: number, number: string): RowReading => ({
  line,
  number,
  remarks: [],
  commands: [{ type: 'StartWork', data: {}, case: number, commandId: `${line}`, at: '2016-02-29T01:16:00.000Z', actor: '8', row: line } satisfies CaseCommand],
});
const filled = (rows: readonly RowReading[]) => {
  const chunk = emptyChunk();
  for (const each of rows) add(chunk, each);
  return chunk;
};
const cases = (count: number) => Array.from({ length: count }, (_, index) => row(index + 2, `${index}`));

describe('One request of an import', () => {
  it('holds whole incidents where their rows stand together', () => {
    const full = filled(cases(400));
    expect(isFullFor(full, row(402, 'another'))).toBe(true);
    expect(isFullFor(full, row(402, '399'))).toBe(false);
    expect(isFullFor(filled(cases(399)), row(401, 'another'))).toBe(false);
  });

  it('never holds more than 4,000 rows, be it in the middle of an incident', () =>
    expect(isFullFor(filled(Array.from({ length: 4000 }, (_, index) => row(index + 2, '1'))), row(4002, '1'))).toBe(true));

  it('says the commands of one case together, in their order', () =>
    expect(commandsOf(filled([row(2, 'a'), row(3, 'b'), row(4, 'a')])).map((command) => command.row)).toEqual([2, 4, 3]));
});
