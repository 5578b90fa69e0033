import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';

const SAMPLE = fileURLToPath(new URL('../../../cli/sample/incidents.csv', import.meta.url));

/** The whole log where the machine has it, else the sample in the repository. */
const source = (): string => {
  const whole = join(process.env['ONMARU_TEST_DATA'] ?? '', 'servicenow-incidents/incident_event_log_train.csv.gz');
  return existsSync(whole) ? whole : SAMPLE;
};

/** Writes the rows of the first `most` incidents of the log to `file` → how many incidents there were, and how many rows. */
export const firstIncidents = async (most: number, file: string): Promise<{ readonly incidents: number; readonly rows: number }> => {
  const from = source();
  const text = from.endsWith('.gz') ? createReadStream(from).pipe(createGunzip()) : createReadStream(from);
  const to = createWriteStream(file);
  const incidents = new Set<string>();
  let rows = -1;
  for await (const line of createInterface({ input: text })) {
    const number = line.slice(0, line.indexOf(','));
    if (rows >= 0 && !incidents.has(number)) {
      if (incidents.size === most) break;
      incidents.add(number);
    }
    rows += 1;
    to.write(`${line}\n`);
  }
  await new Promise((written) => to.end(written));
  return { incidents: incidents.size, rows };
};
