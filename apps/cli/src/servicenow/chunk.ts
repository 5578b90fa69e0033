import type { CaseCommand } from './acts.js';
import type { RowReading } from './interpreter.js';

/** As much of a log as goes into one request. */
export type Chunk = { readonly rows: RowReading[]; readonly cases: Set<string> };

const MOST_CASES = 400;
const MOST_ROWS = 4000;

export const emptyChunk = (): Chunk => ({ rows: [], cases: new Set() });

export const add = ({ rows, cases }: Chunk, row: RowReading): void => {
  rows.push(row);
  if (row.number !== null) cases.add(row.number);
};

/** Whether `next` belongs into another chunk: this one is full, and `next` does not go on with one of its cases. */
export const isFullFor = ({ rows, cases }: Chunk, next: RowReading): boolean =>
  rows.length >= MOST_ROWS || (cases.size >= MOST_CASES && !cases.has(next.number ?? ''));

/** All commands, those of one case together and in their order. */
export const commandsOf = ({ rows }: Chunk): readonly CaseCommand[] => {
  const commands = rows.flatMap((row) => row.commands);
  return [...Map.groupBy(commands, (command) => command.case).values()].flat();
};
