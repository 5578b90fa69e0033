import { bulkLines, checkerOf } from '@onmaru/service-kit';
import { instant } from '@onmaru/time';
import type { BulkCommand } from './bulk-command.js';
import { ACT_DATA, BulkLine } from './bulk-command.dto.js';

const checkLine = checkerOf(BulkLine);
const checkData = new Map(Object.entries(ACT_DATA).map(([type, data]) => [type, checkerOf(data)]));

/** NDJSON → commands. Throws `invalid-request` naming the first line that is not one; nothing was done then. */
export const readBulk = async (body: AsyncIterable<Buffer | string>): Promise<readonly BulkCommand[]> => {
  const lines = await bulkLines<BulkLine>(body, (line) => checkLine(line) ?? checkData.get(line.type)?.(line.data) ?? null);
  return lines.map((line) => ({ ...line, at: instant(line.at) }) as BulkCommand);
};
