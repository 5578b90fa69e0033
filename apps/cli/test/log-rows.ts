import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** One line of the log as it stands there: text by column. */
export type LogRow = Readonly<Record<string, string>>;

/** All rows of a log, by incident in the order of the file. No cell of the shared log holds a comma or a quote. */
export const incidentsIn = (path: string): ReadonlyMap<string, readonly LogRow[]> => {
  const bytes = readFileSync(path);
  const [head = '', ...lines] = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split(/\r?\n/);
  const columns = head.split(',');
  const incidents = new Map<string, LogRow[]>();
  for (const line of lines.filter(Boolean)) {
    const row = Object.fromEntries(line.split(',').map((text, index) => [columns[index] as string, text]));
    const rows = incidents.get(row.number as string) ?? [];
    incidents.set(row.number as string, [...rows, row]);
  }
  return incidents;
};

/** `29/2/2016 01:16`, taken as UTC, in milliseconds. */
export const millis = (text: string): number => {
  const [day, month, year, hour, minute] = text.split(/[/ :]/).map(Number) as [number, number, number, number, number];
  return Date.UTC(year, month - 1, day, hour, minute);
};
