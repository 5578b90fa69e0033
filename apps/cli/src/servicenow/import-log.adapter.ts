import type { Api } from '../platform/api.adapter.js';
import { misuse } from '../platform/failure.js';
import { NOTHING, together, type Account, type RefusedRow } from './account.js';
import { add, emptyChunk, isFullFor } from './chunk.js';
import { layoutOf, type Layout } from './columns.js';
import { Directory } from './directory.adapter.js';
import { InFlight } from './in-flight.adapter.js';
import { interpreter, type Interpret, type RowReading } from './interpreter.js';
import type { ReadTime } from './local-time.js';
import type { Line, LogFile } from './log-file.adapter.js';
import { sendChunk } from './send-chunk.adapter.js';

/** Requests at once: while one is stored, the next one is decided, and the one after that is read and its people made known. */
const REQUESTS = 3;

export type Imported = { readonly account: Account; readonly cases: number };

export type Witness = {
  /** A row where the log says something else than the case that comes of it. */
  readonly remarked: (row: RowReading) => void;
  readonly refused: (row: RefusedRow) => void;
  /** Called after every request with what has become of the rows so far, and how much of the file that was. */
  readonly progressed: (account: Account, share: number) => void;
};

/** Imports a log: every row becomes the commands that explain it, and every row is accounted for. */
export const importLog = async (file: LogFile, readTime: ReadTime, api: Api, witness: Witness): Promise<Imported> => {
  const directory = new Directory(api);
  const inFlight = new InFlight(REQUESTS);
  const cases = new Set<string>();
  let account = NOTHING;
  let chunk = emptyChunk();
  const send = (): Promise<void> => {
    const sent = chunk;
    const share = file.share();
    chunk = emptyChunk();
    return inFlight.start(sent.cases, async () => {
      const taken = await sendChunk(api, directory, sent);
      account = together(account, taken);
      taken.refused.forEach(witness.refused);
      witness.progressed(account, share);
    });
  };

  let interpret: Interpret | undefined;
  for await (const lines of file.lines) {
    for (const line of lines) {
      if (!interpret) {
        interpret = interpreter(header(line), readTime);
        continue;
      }
      const row = read(line, interpret);
      if (row.remarks.length > 0) witness.remarked(row);
      if (isFullFor(chunk, row)) await send();
      add(chunk, row);
      if (!row.refused && row.number !== null) cases.add(row.number);
    }
  }
  if (!interpret) throw misuse('The file is empty.', `Its first line names the columns.`);
  await send();
  await inFlight.end();
  return { account, cases: cases.size };
};

const header = (line: Line): Layout => {
  const layout = layoutOf('cells' in line ? line.cells : []);
  if (!('missing' in layout)) return layout;
  throw misuse(`This is not an incident log: it lacks the columns ${layout.missing.join(', ')}.`, 'Its first line names the columns, as ServiceNow exports them.');
};

const read = (line: Line, interpret: Interpret): RowReading =>
  'cells' in line ? interpret(line.cells, line.line) : { line: line.line, number: null, commands: [], remarks: [], refused: `(line) ${line.broken}` };
