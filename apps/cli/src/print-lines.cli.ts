import type { Lines } from './records.js';
import { terminal } from './terminal.adapter.js';

/** Prints records as they come, at the pace of whoever reads them. */
export const printLines = async ({ header, line }: Lines, records: AsyncIterable<string>): Promise<void> => {
  if (header !== null) await terminal.data(header);
  for await (const record of records) if (record !== '') await terminal.data(line(record));
};
