import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { Failure, misuse } from '../platform/failure.js';

/** A line of the file as its cells, or why it has none. Lines count from 1, the header's. */
export type Line = { readonly line: number; readonly cells: readonly string[] } | { readonly line: number; readonly broken: string };

export type LogFile = {
  /** Lines as they come, in handfuls, empty ones left out. */
  readonly lines: AsyncIterable<readonly Line[]>;
  /** How much of the file has been read, from 0 to 1. */
  readonly share: () => number;
};

/** Small, so that how much has been read says how far the import is. */
const READ_AT_ONCE = 16 * 1024;

/** No line of such a log is near this long: what is longer is no text. */
const LONGEST_LINE = 1_000_000;

/** Opens a `.csv` or `.csv.gz` file. */
export const openLog = async (path: string): Promise<LogFile> => {
  if (!/\.csv(\.gz)?$/i.test(path)) throw misuse(`${path} is neither a .csv nor a .csv.gz file.`, 'Export the log as CSV, and give it that name.');
  const { size } = await fileAt(path);
  const zipped = await isGzip(path);
  if (/\.gz$/i.test(path) !== zipped) throw misuse(`${path} ${zipped ? 'is compressed' : 'is not compressed by gzip'}.`, 'Name it by what it is: .csv for text, .csv.gz for gzip.');
  const file = createReadStream(path, { highWaterMark: READ_AT_ONCE });
  const text: AsyncIterable<Uint8Array> = zipped ? pipeline(file, createGunzip(), () => {}) : file;
  return { lines: linesIn(path, text), share: () => (size === 0 ? 1 : file.bytesRead / size) };
};

const fileAt = async (path: string) => {
  const unusable = (why: string) => misuse(`${path} cannot be read: ${why}.`, 'Check the path; it counts from the folder you are in.');
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw unusable(error.code === 'ENOENT' ? 'there is no such file' : error.message);
  });
  if (!found.isFile()) throw unusable('it is not a file');
  return found;
};

const isGzip = async (path: string): Promise<boolean> => {
  await using file = await open(path);
  const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
  return buffer.readUInt16BE() === 0x1f8b;
};

async function* linesIn(path: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly Line[]> {
  const decoder = new TextDecoder();
  let rest = '';
  let count = 0;
  const lined = (texts: readonly string[]): readonly Line[] =>
    texts.flatMap((text) => {
      count += 1;
      return /^\s*$/.test(text) ? [] : [cellsOf(text.replace(/\r$/, ''), count)];
    });
  for await (const chunk of whole(path, chunks, () => count)) {
    const texts = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = texts.pop() ?? '';
    if (rest.length > LONGEST_LINE) throw misuse(`${path} is not a CSV file: line ${count + texts.length + 1} does not end.`, 'Export the log as CSV.');
    yield lined(texts);
  }
  yield lined([rest + decoder.decode()]);
}

/** A compressed file that was cut off says so only when its end is read. */
async function* whole(path: string, chunks: AsyncIterable<Uint8Array>, line: () => number): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    throw new Failure(
      `${path} cannot be read beyond line ${line()}: ${error instanceof Error ? error.message : String(error)}.`,
      'What was read before was taken. Get the whole file, and import it: it goes on from there.',
    );
  }
}

const cellsOf = (text: string, line: number): Line => {
  if (!text.includes('"')) return { line, cells: text.split(',') };
  try {
    const [cells = []]: string[][] = parse(text, { relaxColumnCount: true });
    return { line, cells };
  } catch (error) {
    return { line, broken: error instanceof Error ? error.message : String(error) };
  }
};
